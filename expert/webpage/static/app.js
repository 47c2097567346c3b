// Shows what the consultation gives and hands it what is tapped or typed. What is asked, in which order and in which
// words, and what follows from it, is the business of the Python in worker.js.
"use strict";

const $ = (id) => document.getElementById(id);
const site = JSON.parse($("site").textContent);
const words = $("words").dataset;
const form = $("form"), said = $("said"), ask = $("ask"), keep = $("keep");
const here = new URL("./", location.href).href;
const place = "answers " + new URL(here).pathname + " " + site.base;

let ready = false; // whether the first turn is there
let waiting = null; // what was sent before that
let busy = false;
let begun = false; // whether there is something that could be lost
let kept = ""; // what would be kept

// -- the device ------------------------------------------------------------------------------------------------------

const stored = () => {
  try {
    return localStorage.getItem(place) || "";
  } catch {
    return ""; // a browser that keeps nothing
  }
};

const store = (text) => {
  try {
    if (text) localStorage.setItem(place, text);
    else localStorage.removeItem(place);
  } catch {
    keep.checked = false;
  }
};

// -- the worker ------------------------------------------------------------------------------------------------------

// A worker from a blob is under this page's own policy; one from a file would be under none. What it imports does not
// pass the service worker in every browser (Firefox), so that it would not begin without a network: the page fetches it.
let worker = null;

const employ = async () => {
  const response = await fetch(here + "worker.js");
  if (!response.ok) throw new Error(`${response.status} worker.js`);
  const source = new Blob([await response.blob()], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(source), { type: "module" });
  worker.onmessage = ({ data }) => took(data);
  worker.onerror = (event) => unloaded(event.message);
  worker.postMessage({ kind: "load python", here, site });
};

const unloaded = (error) => {
  $("loading").hidden = true;
  say(location.protocol === "file:" ? words.unserved : words.unloaded, true);
  console.error(error);
};

const send = (message) => {
  busy = true;
  form.setAttribute("aria-busy", "true");
  worker.postMessage(message);
  slow = setTimeout(() => say(words.working), 800);
};
let slow = 0; // until it is worth saying that it takes a moment
let told = ""; // what is to be said with the next turn

const took = (data) => {
  if (data.kind === "progress") {
    $("loading").value = data.share;
  } else if (data.kind === "ready") {
    $("loading").hidden = true;
    say("");
    const text = stored();
    send({ kind: "open", kept: text });
  } else if (data.kind === "failed") {
    clearTimeout(slow);
    busy = false; // another reply may do
    form.removeAttribute("aria-busy");
    $("loading").hidden = true;
    say(data.loading ? words.unloaded : words.failed, true);
    console.error(data.text);
  } else if (data.kind === "paper") {
    onPaper(data.paper);
  } else {
    shown(data.turn);
  }
};

// -- what is shown ---------------------------------------------------------------------------------------------------

const say = (text, grave = false) => {
  $("status").textContent = text;
  $("status").className = grave ? "alert" : "";
};

const shown = (turn) => {
  const first = !ready;
  clearTimeout(slow);
  say(told);
  told = "";
  busy = false;
  form.removeAttribute("aria-busy");
  ready = true;
  kept = turn.kept;
  if (turn.anew || turn.result) {
    $("paper").replaceChildren(); // of what does not stand any more
    papered = printing = false;
  }
  begun = turn.begun;
  if (keep.checked) store(kept);
  $("told").hidden = !turn.answers;
  $("answers").innerHTML = turn.answers;
  if (first) navigator.serviceWorker?.register("service-worker.js").catch((error) => console.warn(error));
  if (first && !stored()) {
    // The first question stands already, with whatever was ticked or typed in it meanwhile.
    if (waiting) send({ kind: "reply", pairs: waiting });
    waiting = null;
    return;
  }
  const block = document.createElement("div");
  block.innerHTML = turn.said;
  turn.files.forEach((file) => block.append(...offered(file)));
  if (turn.anew) said.replaceChildren();
  said.querySelectorAll(".now").forEach((row) => row.remove()); // it could be tapped until now
  const target = newest(turn, block);
  said.ariaLive = block.contains(target) ? "off" : "polite"; // what the focus goes to is read anyway
  if (block.hasChildNodes()) said.append(block);
  if (turn.ask !== null) ask.innerHTML = turn.ask;
  else if ($("text")?.classList.contains("sent")) clear();
  mark();
  guard();
  move(turn, block, target || $("question"));
};

const clear = () => {
  $("text").value = "";
  $("text").classList.remove("sent");
};

// What is to be read first: a result, or what was said about the question; null for the question itself.
const newest = (turn, block) => {
  if (turn.anew) return block.querySelector("section.page h2");
  return turn.ask === null ? block.querySelector("h2, p") : null;
};

const move = (turn, block, target) => {
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const top = turn.anew ? said : block;
  const seen = block.hasChildNodes() || turn.anew ? top : $("question");
  seen.scrollIntoView({ block: "start", behavior: turn.anew ? "instant" : "auto" }); // a new screen begins at its top
};

// -- files and paper -------------------------------------------------------------------------------------------------

const offered = (file) => {
  const made = new File([file.text], file.name, { type: file.type });
  const row = document.createElement("p");
  row.className = "row";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(made);
  link.download = file.name;
  link.className = "button";
  link.textContent = words.download + ": " + file.name;
  row.append(link);
  if (navigator.canShare?.({ files: [made] })) {
    const share = document.createElement("button");
    share.type = "button";
    share.textContent = words.share;
    share.onclick = () => navigator.share({ files: [made], title: document.title }).catch(() => {});
    row.append(share);
  }
  link.click();
  return [row];
};

// The result as the page that it is as a file, with its own styles, in place of this page on paper.
let papered = false, printing = false; // whether it is there, and whether somebody waits for it
const onPaper = ({ style, body }) => {
  const sheet = new CSSStyleSheet({ media: "print" });
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  $("paper").innerHTML = body;
  $("paper").querySelectorAll(":not(svg *)[id]").forEach((one) => one.removeAttribute("id"));
  papered = true;
  if (printing) print();
  printing = false;
};

// -- what is tapped and typed ----------------------------------------------------------------------------------------

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (busy && ready) return;
  const pairs = [...new FormData(form).entries()];
  const button = event.submitter;
  if (button?.name) pairs.push([button.name, button.value]);
  if ($("text")?.value && !button?.name) $("text").classList.add("sent");
  reply(pairs);
});

// The map of places and the list beside it say the same.
const boxOf = (place) => ask.querySelector(`input[data-value="${CSS.escape(place.dataset.place)}"]`);
ask.addEventListener("click", ({ target, clientX, clientY }) => {
  if (!target.closest(".map svg")) return;
  const place = target.closest("[data-place]") || nearest(clientX, clientY);
  if (place) boxOf(place)?.click();
});

// A spot is small and a finger is wide: what lies within half the width of a finger is meant.
const FINGER = 22;
const nearest = (x, y) => {
  const away = (shape) => {
    const { left, right, top, bottom } = shape.getBoundingClientRect();
    return Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom));
  };
  const shapes = [...ask.querySelectorAll("[data-place] path")].map((shape) => [away(shape), shape]);
  const [distance, shape] = shapes.reduce((one, other) => (other[0] < one[0] ? other : one), [FINGER, null]);
  return shape?.closest("[data-place]");
};
const mark = () =>
  ask.querySelectorAll("[data-place]").forEach((place) => place.classList.toggle("ticked", Boolean(boxOf(place)?.checked)));
ask.addEventListener("change", mark);

const reply = (pairs) => {
  if (ready) {
    send({ kind: "reply", pairs });
  } else {
    waiting = pairs;
    say(words.waiting);
  }
};

const anew = () => {
  store("");
  begun = false;
  send({ kind: "open", kept: "" });
};

const doing = {
  print: () => (papered ? print() : (printing = true)),
  save: () => ready && send({ kind: "save" }),
  forget: () => {
    keep.checked = false;
    if (ready) {
      told = words.deleted;
      anew();
    } else {
      store("");
      form.reset();
      say(words.deleted);
    }
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) doing[button.dataset.do]();
});

keep.checked = Boolean(stored());
keep.addEventListener("change", () => store(keep.checked ? kept : ""));

$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  if (!file || !ready) return;
  send({ kind: "load", name: file.name, text: await file.text(), followUp: $("later").checked });
  $("file").value = "";
});

// -- leaving ---------------------------------------------------------------------------------------------------------

// The way back of the browser is the way back of the consultation, as long as there is one.
const guard = () => {
  if (begun && history.state !== "under way") history.pushState("under way", "");
};
addEventListener("popstate", () => {
  if (begun && ready && !busy) reply([["reply", "back"]]);
});
addEventListener("beforeunload", (event) => {
  if (begun && !keep.checked) event.preventDefault();
});

// -- loading ---------------------------------------------------------------------------------------------------------

$("loading").hidden = false;
$("loading").value = 0;
if (stored()) {
  ask.replaceChildren();
  said.replaceChildren();
  say(words.kept);
} else {
  say(words.loading);
}
employ().catch(unloaded);
