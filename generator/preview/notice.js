// Reloads the page when a newer site is served, and shows at its top what keeps the site from being newer.
(() => {
  const { version, events } = document.currentScript.dataset;
  let stream, notice, told;

  function show(problems) {
    notice?.remove();
    if (!problems.length) return;
    notice = document.createElement("details");
    notice.id = "preview-notice";
    notice.open = true;
    notice.setAttribute("role", "alert");
    notice.style.cssText =
      "position: sticky; top: 0; z-index: 9; max-height: 40vh; overflow: auto; padding: .5rem 1rem;" +
      "background: #7a1f1f; color: #fff; font: 14px/1.45 system-ui, sans-serif; overflow-wrap: anywhere";
    const count = document.createElement("summary");
    const many = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    count.textContent = `${many}: the pages are as they were before`;
    count.style.fontWeight = "bold";
    const list = document.createElement("ul");
    list.style.cssText = "margin: .25rem 0 0; padding-left: 1.2rem";
    for (const problem of problems) {
      list.appendChild(document.createElement("li")).textContent = problem;
    }
    notice.append(count, list);
    document.body.prepend(notice);
  }

  function listen() {
    stream = new EventSource(events);
    stream.onmessage = ({ data }) => {
      if (data === told) return; // a sign of life
      told = data;
      const news = JSON.parse(data);
      if (news.version === version) show(news.problems);
      else location.reload();
    };
  }

  // A browser opens few connections to one host: only a page that is looked at holds one.
  document.addEventListener("visibilitychange", () => {
    stream?.close();
    if (!document.hidden) listen();
  });
  if (!document.hidden) listen();
})();
