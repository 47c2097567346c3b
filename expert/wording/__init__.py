"""How answers, rules and results are put into English."""
