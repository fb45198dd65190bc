// What this phone keeps while there is no signal: entries not sent, and one page to write them on. Both are sealed with
// a key that scripts can use but not read. Used by pages and by their worker, so a plain script.
self.kept = (() => {
  const STORES = ["keys", "outbox", "pages"];
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  function database() {
    const asked = indexedDB.open("bluelamp-kept", 1);
    asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name));
    return done(asked);
  }

  async function within(store, mode, act) {
    const base = await database();
    try {
      const deal = base.transaction(store, mode);
      const ended = new Promise((resolve, reject) => { deal.oncomplete = resolve; deal.onabort = deal.onerror = () => reject(deal.error); });
      const answer = await done(act(deal.objectStore(store)));
      await ended;
      return answer;
    } finally {
      base.close();
    }
  }

  async function key() {
    const found = await within("keys", "readonly", (keys) => keys.get("seal"));
    if (found) return found;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    try {
      await within("keys", "readwrite", (keys) => keys.add(made, "seal"));
      return made;
    } catch {
      return within("keys", "readonly", (keys) => keys.get("seal")); // another window was quicker
    }
  }

  async function seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), plain) };
  }

  async function unseal({ iv, sealed }) {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key(), sealed);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  const put = async (store, name, value) => {
    const closed = await seal(value);
    await within(store, "readwrite", (rows) => rows.put(closed, name));
  };
  const clear = (store) => within(store, "readwrite", (rows) => rows.clear());

  return {
    add: (entry) => put("outbox", entry.key, entry),
    remove: (name) => within("outbox", "readwrite", (rows) => rows.delete(name)),
    count: () => within("outbox", "readonly", (rows) => rows.count()),
    async all() {
      const rows = await within("outbox", "readonly", (kept) => kept.getAll());
      const entries = await Promise.all(rows.map(unseal));
      return entries.sort((one, other) => one.made.localeCompare(other.made));
    },
    where: async () => (await self.kept.all())[0]?.where,
    keepPage: (path, page) => put("pages", path, page),
    async page(path) {
      const found = await within("pages", "readonly", (pages) => pages.get(path));
      return found && unseal(found);
    },
    forgetPages: () => clear("pages"),
    // With the key gone, what may be left of the rest on the phone cannot be read again.
    async erase() {
      for (const store of ["outbox", "pages", "keys"]) await clear(store);
    },
  };
})();
