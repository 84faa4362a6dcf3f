// Marks what is new on a page of changes since the reader's last visit to it. What was seen is kept in this browser
// alone and sent nowhere. Without this script, or where the browser keeps nothing, the page shows no marks.
(() => {
  const head = document.querySelector(".md-typeset .since");
  if (!head) return;
  const entries = [...document.querySelectorAll(".md-typeset .change[id]")];
  const key = `visit ${location.pathname}`;
  const today = new Date().toISOString().slice(0, 10);
  const dayOf = (id) => id.slice(0, 10);
  const newest = entries.length ? dayOf(entries[0].id) : "";
  // Entries are known by their day; of the newest day each by itself, since more may come on it.
  const seen = { day: today, newest, ids: entries.map((entry) => entry.id).filter((id) => dayOf(id) === newest) };

  const lastVisit = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      // What was new this morning is still marked in the evening: the last visit is one of another day.
      const last = kept && (kept.seen.day === today ? kept.last : kept.seen);
      return last && Array.isArray(last.ids) && typeof last.newest === "string" ? last : null;
    } catch {
      return null;
    }
  };
  const last = lastVisit();
  try {
    localStorage.setItem(key, JSON.stringify({ seen, last }));
  } catch {
    return;
  }

  const fresh = last ? entries.filter(({ id }) => dayOf(id) > last.newest || (dayOf(id) === last.newest && !last.ids.includes(id))) : [];
  for (const entry of fresh) {
    const mark = document.createElement("span");
    mark.className = "fresh";
    mark.textContent = "new";
    entry.querySelector(".date").append(" ", mark);
  }
  const day = last && new Date(last.day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const count = fresh.length === 1 ? "1 entry is" : `${fresh.length || "No"} entries are`;
  const line = document.createElement("p");
  line.className = "visit";
  line.textContent = last ? `${count} new since your last visit on ${day}. ` : "On your next visit this page will mark what is new. ";
  const forget = document.createElement("button");
  forget.textContent = "Forget my visits";
  forget.addEventListener("click", () => {
    localStorage.removeItem(key);
    for (const mark of document.querySelectorAll(".fresh")) mark.remove();
    line.textContent = "Forgotten: nothing is kept of your visits to this page.";
  });
  line.append("Your visits are kept in this browser alone. ", forget);
  head.after(line);
})();
