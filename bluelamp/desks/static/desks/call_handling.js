// Call handling: what rings is drawn anew as it changes; the form being filled in is never touched.
document.addEventListener("htmx:sseBeforeMessage", async (event) => {
  event.preventDefault();
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("rings-page"), old = document.getElementById("rings-page");
  if (fresh && old) window.Idiomorph.morph(old, fresh.innerHTML, { morphStyle: "innerHTML" });
});
