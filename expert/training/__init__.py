"""Exports of activities, as the distances that a case asks for."""
