// The visit round at the cell doors. Every visit is kept on the phone, sealed, until the station has answered that it is
// written: so a lost signal loses none, and its key keeps the station from writing one twice.
import { now, span, stateOf } from "../design/clock.js";

const round = document.getElementById("round"), list = document.getElementById("unsent");
const here = location.pathname;
const hour = (seconds) => new Date(seconds * 1000).toLocaleTimeString("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
const element = (name, words, style) => Object.assign(document.createElement(name), { textContent: words, className: style || "" });
let sending = false;

function entryOf(form, called) {
  const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "key", "detention"].includes(name)));
  if (called) fields.called = called;
  return {
    key: crypto.randomUUID(), where: here, detention: form.elements.detention.value, cell: form.dataset.cell,
    officer: round.dataset.officer, contact: round.dataset.contact, made: new Date(now() * 1000).toISOString(), fields,
  };
}

// Asked here as the station will ask it, so that what is kept without signal will be taken later.
function missing(form, called) {
  if (called) return "";
  const empty = [...form.querySelectorAll("input[type=text]")].filter((field) => !field.value.trim() && (field.name !== "words" || !form.elements.rousable));
  const results = ["rousable", "answers", "commands"].filter((name) => form.elements[name]);
  if (results.some((name) => !form.elements[name].value)) return "Answer all three questions. Code C Annex H";
  if (empty.length) return results.length ? "Say in words how they woke, answered and did as asked. Code C Annex H" : "Say how they were. Code C 9.3";
  if (results.some((name) => form.elements[name].value === "no"))
    return "A part failed: call a nurse or an ambulance, then press the red button. This cannot be saved as all right. Code C Annex H";
  return "";
}

async function post(entry, late, again) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams({ ...entry.fields, key: entry.key, detention: entry.detention, csrfmiddlewaretoken: token });
  if (late) {
    body.set("device_at", entry.made);
    body.set("contact", entry.contact);
  }
  const answer = await fetch(here, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(10_000) });
  if (answer.type === "opaqueredirect") return { words: "Sign in to send what is kept." };
  if (answer.status === 403 && !again && (await refresh())) return post(entry, late, true);
  if (answer.status === 403) return { refused: ["You may not write visits: sign in as who made this one."] };
  if (answer.status !== 200 && answer.status !== 422) throw new Error(`answered ${answer.status}`);
  return answer.json();
}

async function visited(event) {
  const form = event.target, called = event.submitter?.name === "called" ? event.submitter.value : "";
  if (!form.matches("form.visit")) return;
  event.preventDefault();
  say(form, missing(form, called));
  if (sending || missing(form, called)) return;
  sending = true;
  try {
    const entry = entryOf(form, called);
    const stays = await kept.add(entry).then(() => true, () => false);
    if (!stays) return plainly(form, called); // this browser keeps nothing: the visit goes as any form does
    const answer = await post(entry, false).catch(() => ({}));
    if (answer.refused) say(form, answer.refused.join(" "));
    else form.reset();
    if (answer.written || answer.refused) await kept.remove(entry.key);
    if (answer.written) await refresh();
    await show(answer.words);
  } finally {
    sending = false;
  }
}

function plainly(form, called) {
  if (called) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "called", value: called }));
  form.submit();
}

function say(form, words) {
  const said = form.querySelector(".said");
  said.querySelector("span").textContent = words;
  said.hidden = !words;
}

// What was kept goes out in the order in which it was made; what is not taken stays here, with the reason.
async function flush() {
  if (sending) return;
  sending = true;
  let words = "", sent = 0;
  try {
    for (const entry of await kept.all()) {
      if (entry.where !== here || entry.officer !== round.dataset.officer || entry.refused) continue;
      const answer = await post(entry, true);
      if (answer.written) sent += 1;
      if (answer.written) await kept.remove(entry.key);
      else if (answer.refused) await kept.add({ ...entry, refused: answer.refused.join(" ") });
      else words = answer.words;
    }
  } catch {
    words = "";
  } finally {
    sending = false;
  }
  if (sent) await refresh();
  await show(words);
}

// The page anew, in place; what somebody is just writing is left alone.
async function refresh() {
  try {
    const answer = await fetch(here, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html"), fresh = page.getElementById("round");
    if (!fresh || page.documentElement.hasAttribute("data-kept-copy")) return false;
    document.documentElement.removeAttribute("data-kept-copy");
    Object.assign(round.dataset, fresh.dataset);
    const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { if (token) field.value = token; });
    const writing = [...round.querySelectorAll("form.visit input:is([type=text], [type=radio])")].some((field) => (field.type === "radio" ? field.checked : field.value));
    if (!writing) document.getElementById("owed").replaceWith(page.getElementById("owed"));
    tick();
    return true;
  } catch {
    return false;
  }
}

async function show(words) {
  const entries = await kept.all();
  list.hidden = !entries.length;
  list.querySelector("ul").replaceChildren(...entries.map(line));
  list.querySelector("[data-why]").textContent = words || "";
  for (const entry of entries.filter((one) => one.where === here)) mark(entry);
  document.querySelector("[data-copy]").hidden = !document.documentElement.hasAttribute("data-kept-copy");
  document.dispatchEvent(new CustomEvent("bluelamp:unsent", { detail: entries.length }));
}

function line(entry) {
  const row = element("li", ""), at = Date.parse(entry.made) / 1000;
  const said = entry.fields.words || entry.fields.rousable_words || entry.fields.called || "";
  row.append(element("b", entry.cell), ` ${hour(at)}: ${said} `);
  if (!entry.refused) {
    row.append(element("small", entry.officer === round.dataset.officer ? "Not sent" : "Not sent: kept by another officer, who must sign in to send it"));
    return row;
  }
  const off = element("button", "Take off this phone", "link-button");
  off.addEventListener("click", async () => { await kept.remove(entry.key); await show(); });
  row.append(element("small", `Not taken: ${entry.refused}`), off);
  return row;
}

function mark(entry) {
  const door = document.getElementById(`door-${entry.detention}`), state = door?.querySelector(".state");
  if (!state) return;
  const minutes = Number(door.querySelector("form").dataset.minutes), at = Date.parse(entry.made) / 1000;
  const next = at + minutes * 60, ahead = next > now() ? `next in ${span(next - now())}` : "next now";
  state.removeAttribute("data-by");
  state.className = "state is-next unsent-state";
  state.replaceChildren(element("span", `Seen ${hour(at)}, not sent${minutes ? `; ${ahead}` : ""}`));
  door.querySelector("details").open = false;
}

// Once a minute, also without signal: the shape of each state, and the time that a visit saved now would carry.
function tick() {
  for (const state of document.querySelectorAll(".state[data-by]")) {
    const word = stateOf(Number(state.dataset.from), Number(state.dataset.by));
    state.className = `state is-${word}`;
    state.querySelector("use").setAttribute("href", `#${word}`);
  }
  for (const button of document.querySelectorAll("[data-save]")) button.textContent = `Save visit ${hour(now())}`;
}

async function begin() {
  document.addEventListener("submit", visited);
  window.addEventListener("online", () => refresh().then(flush));
  setInterval(() => kept.count().then((count) => count && flush()), 10_000);  // not every browser says that it is online again
  setInterval(() => kept.count().then((count) => count || refresh()), 60_000);
  setInterval(tick, 60_000);
  tick();
  await show();
  await navigator.serviceWorker.register(round.dataset.worker, { scope: round.dataset.scope });
  if (navigator.serviceWorker.controller) return (await kept.count()) && flush();
  navigator.serviceWorker.addEventListener("controllerchange", copy, { once: true });
}

// The first time the worker came too late to see this page load: what the page is made of goes by it once more.
async function copy() {
  const parts = performance.getEntriesByType("resource").map((part) => part.name).filter((name) => new URL(name).origin === location.origin);
  await Promise.all(parts.filter((name) => /\.(css|m?js|woff2|svg)(\?|$)/.test(name)).map((name) => fetch(name)));
  await refresh();
  round.dataset.ready = "yes";
}

// Only over a secure line does a browser give the means to seal; else the plain form does its work, with signal.
if (window.isSecureContext && self.kept && navigator.serviceWorker) begin();
