// A film elsewhere comes only when a reader asks for it. The link stays below it, for
// whoever sees nothing in the frame.
for (const link of document.querySelectorAll("a[data-embed]")) {
  link.addEventListener("click", (event) => {
    const isThere = link.previousElementSibling?.localName === "iframe";
    if (isThere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = link.dataset.embed;
    frame.title = link.dataset.title;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    link.before(frame);
    frame.focus();
  });
}
