// Opens the citation of a statement in place. Without this script the same link leads to the statement's permalink.
(() => {
  const site = new URL("..", document.currentScript.src);
  const parts = [["Sentence", "plain"], ["BibTeX", "bibtex"], ["CSL-JSON", "csl"]];

  const element = (name, text, into) => {
    const made = document.createElement(name);
    made.textContent = text;
    into.append(made);
    return made;
  };

  const show = (cited) => {
    const panel = document.createElement("dialog");
    panel.className = "md-typeset citation";
    panel.setAttribute("aria-labelledby", "citation-title");
    element("h2", "Cite this statement", panel).id = "citation-title";
    element("a", cited.url, element("p", "Permalink: ", panel)).href = cited.url;
    if (cited.correct) element("a", "Correct this", element("p", "", panel)).href = cited.correct;
    for (const [title, name] of parts) {
      element("h3", title, panel);
      const text = typeof cited[name] === "string" ? cited[name] : JSON.stringify([cited[name]], null, 1);
      const shown = element("pre", text, panel);
      shown.tabIndex = 0;
      shown.setAttribute("aria-label", title);
      const copy = element("button", `Copy ${title}`, panel);
      copy.addEventListener("click", () => navigator.clipboard.writeText(text).then(() => { copy.textContent = "Copied"; }));
    }
    element("button", "Close", panel).addEventListener("click", () => panel.close());
    panel.addEventListener("close", () => panel.remove());
    document.body.append(panel);
    panel.showModal();
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.cite-this");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const answer = await fetch(new URL("data/citations.json", site));
      show((await answer.json())[link.hash.slice(1)]);
    } catch {
      location.href = link.href;
    }
  });
})();
