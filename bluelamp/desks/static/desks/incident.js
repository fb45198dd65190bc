// An incident's page: when its log changes, the part that shows it is asked for again, as this reader may see it.
document.addEventListener("htmx:sseBeforeMessage", (event) => {
  event.preventDefault();
  const shown = document.getElementById("log-page");
  if (shown && event.detail.data.includes(`id="log-${shown.dataset.incident}"`)) shown.dispatchEvent(new CustomEvent("log-changed"));
});
