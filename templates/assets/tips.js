// Shows the title of a link that has the focus, as browsers show it to those who point at the link.
(() => {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true"); // screen readers say the title of the link itself
  const hide = () => tip.remove();

  addEventListener("focusin", ({ target }) => {
    hide();
    if (!target.matches(".md-typeset a[title]:focus-visible")) return;
    tip.textContent = target.title;
    document.body.append(tip);
    const place = target.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(place.left, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${place.bottom + scrollY + 6}px`;
  });
  addEventListener("focusout", hide);
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
})();
