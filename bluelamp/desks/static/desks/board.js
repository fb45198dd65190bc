// The live board: puts what the stream sends in its place, row by row. Without it the page is complete, only not live.
const morph = (old, fresh, way = "outerHTML") => window.Idiomorph.morph(old, fresh, { morphStyle: way });
const list = document.getElementById("incidents");
const parsed = (html) => {
  const box = document.createElement("template");
  box.innerHTML = html;
  return box.content;
};

function place(row) {
  const old = document.getElementById(row.id);
  const into = document.getElementById(`grade-${row.dataset.grade || "none"}`);
  if (row.hasAttribute("data-gone") || !into) return old?.remove();
  if (row.id === `inc-${list.dataset.chosen}`) row.setAttribute("aria-current", "true");
  const after = row.dataset.after;
  delete row.dataset.after;
  const before = old?.previousElementSibling?.id ?? "";
  if (old && old.parentElement === into && before === (after ?? before)) return morph(old, row.outerHTML);
  old?.remove();
  const neighbour = after && document.getElementById(after);
  if (neighbour && neighbour.parentElement === into) neighbour.after(row);
  else if (after === "") into.prepend(row);
  else into.append(row);
}

function incidents(html) {
  const fresh = parsed(html);
  for (const head of fresh.querySelectorAll("[id^=head-]")) document.getElementById(head.id)?.replaceChildren(...head.childNodes);
  for (const row of [...fresh.querySelectorAll("li.inc")]) {
    if (row.id === `inc-${list.dataset.chosen}`) ask();
    place(row);
  }
}

const ask = () => document.getElementById("chosen")?.dispatchEvent(new CustomEvent("chosen-changed"));

function units(html) {
  morph(document.getElementById("units"), html, "innerHTML");
  ask();
  document.dispatchEvent(new CustomEvent("bluelamp:units"));
}

function rings(html) {
  const fresh = parsed(html);
  for (const part of ["rings", "queues"]) {
    const found = fresh.getElementById(part);
    if (found) morph(document.getElementById(part), found.innerHTML, "innerHTML");
  }
}

function log(html) {
  for (const fresh of parsed(html).querySelectorAll("ol.log")) {
    const shown = document.getElementById(fresh.id);
    if (shown) morph(shown, fresh.outerHTML);
  }
}

const news = { incidents, units, rings, log };
document.addEventListener("htmx:sseBeforeMessage", (event) => {
  const put = news[event.target.getAttribute("sse-swap")];
  if (!put) return;
  event.preventDefault();
  put(event.detail.data);
  document.dispatchEvent(new CustomEvent("bluelamp:news"));
});
