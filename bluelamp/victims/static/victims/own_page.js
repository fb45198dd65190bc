// Leaving replaces this page in the browser's history, so that Back does not come here again; Escape leaves as well.
const leave = document.getElementById("leave");
const go = (event) => { event.preventDefault(); location.replace(leave.href); };
leave.addEventListener("click", go);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") go(event); });
document.querySelector(".error-summary")?.focus();
// A copy that the browser kept is asked for anew: once the visit has ended it says that it is not open.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
