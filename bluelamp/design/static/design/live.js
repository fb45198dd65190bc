// One event stream a page: how old the data is, always in view. Loaded before htmx's sse extension, whose streams it watches.
import { now } from "./clock.js";
import { redraw } from "./countdown.js";

const OLD = 15, STALE = 60;
const place = document.querySelector("[data-live]");
let dataAt = Number(place?.dataset.at || now());
let linked = true;

if (window.htmx) {
  window.htmx.createEventSource = (url) => {
    const stream = new EventSource(url, { withCredentials: true });
    stream.addEventListener("beat", (event) => beat(JSON.parse(event.data)));
    stream.addEventListener("reload", () => location.reload());
    stream.onopen = () => { linked = true; show(); };
    stream.onerror = () => { linked = false; show(); };
    return stream;
  };
}

// The server's own time, and whether the relay behind it answers: without it the page is not live, whatever the link.
function beat({ at, live }) {
  if (live) return heard(Date.parse(at) / 1000);
  linked = false;
  show();
}

function heard(at) {
  dataAt = Number.isFinite(at) && at > 0 ? at : now();
  linked = true;
  show();
  document.dispatchEvent(new CustomEvent("bluelamp:pulse"));
}

const words = (age) => (age < 120 ? `${age} s old` : `${Math.floor(age / 60)} min old`);

function show() {
  const age = Math.max(Math.round(now() - dataAt), 0);
  for (const said of document.querySelectorAll("[data-age]")) {
    said.querySelector("b").textContent = age > OLD ? words(age) : "Live";
    said.querySelector("span").textContent = age > OLD ? (linked ? "waiting for news" : "link down, trying again") : `${words(age)}, link good`;
  }
  const bar = place?.querySelector("[data-stale]");
  const stale = age > STALE;
  document.documentElement.toggleAttribute("data-stale-page", stale);
  if (!bar || bar.hidden !== stale) return (bar && stale) ? said(bar, age) : undefined;
  bar.hidden = !stale;
  if (stale) said(bar, age);
}

// The minutes change, not the seconds: a status bar that is read aloud must not chatter.
function said(bar, age) {
  const text = `This page is ${Math.floor(age / 60)} min old. Countdowns go on. Nothing is lost; sending asks first.`;
  const place = bar.querySelector("[data-stale-words]");
  if (place.textContent !== text) place.textContent = text;
}

// A page that reads itself anew every few seconds: each answer is news, none is a link that is down.
const asks = document.querySelector("[data-fresh]");
if (asks) {
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.elt.matches("[data-fresh]")) return;
    if (event.detail.successful) return heard(now());
    linked = false;
    show();
  });
}

if (place?.dataset.stream || asks) {
  show();
  setInterval(show, 1_000);
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post" || !document.documentElement.hasAttribute("data-stale-page")) return;
    if (!window.confirm("What you see is more than a minute old. Send all the same?")) event.preventDefault();
  }, true);
}

document.addEventListener("htmx:afterSwap", redraw);
document.addEventListener("htmx:sseMessage", redraw);
document.addEventListener("bluelamp:news", () => { heard(now()); redraw(); });

// The phone: no signal since when, and how many entries wait on it. Whoever keeps them says how many.
const offline = place?.querySelector("[data-offline]");
let since = "", unsent = 0;
function signal() {
  if (!offline) return;
  if (!navigator.onLine && !since) since = new Date(now() * 1000).toLocaleTimeString("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
  if (navigator.onLine) since = "";
  offline.hidden = navigator.onLine && !unsent;
  offline.querySelector("b").textContent = since ? `No signal since ${since}` : "Signal is back";
  offline.querySelector("[data-unsent]").textContent = unsent ? `${unsent} not sent, kept on this phone` : "Nothing waits to be sent";
  offline.querySelector("[data-see]").hidden = !unsent;
}
window.addEventListener("online", signal);
window.addEventListener("offline", signal);
document.addEventListener("bluelamp:unsent", (event) => { unsent = event.detail; signal(); });
signal();
