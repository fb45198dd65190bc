// Signing out erases what this phone keeps: at once when all of it was sent, else only after a warning.
const erased = new WeakSet();

async function leave(form) {
  const left = await self.kept.count();
  if (left && !form.dataset.warned) return warn(form, left, await self.kept.where());
  await self.kept.erase();
  erased.add(form);
  form.requestSubmit();
}

function warn(form, left, where) {
  form.dataset.warned = "yes";
  const said = document.createElement("div"), words = document.createElement("p"), send = document.createElement("a");
  said.className = "banner is-late";
  said.setAttribute("role", "alert");
  words.textContent = `${left} not sent, kept on this phone. Signing out now erases ${left === 1 ? "it" : "them"}. `;
  send.href = where;
  send.textContent = "Send first";
  words.append(send);
  said.append(words);
  form.before(said);
  form.querySelector("button[type=submit]").textContent = `Erase ${left} and sign out`;
}

for (const form of document.querySelectorAll("form[data-sign-out]"))
  form.addEventListener("submit", (event) => {
    if (erased.has(form) || !self.kept || !self.indexedDB) return;
    event.preventDefault();
    leave(form).catch(() => { erased.add(form); form.requestSubmit(); });
  });
