// Headings of a document that is pasted are headings here.
//
// A word processor begins at level 1, which is the title of a page here, so the editor would make plain text of it. One
// such heading is the title of the document; when there are more, they divide the text and what stands below moves along.
const FIRST = /<h1[\s>]/gi;

function lowered(html) {
  const deepest = html.match(FIRST).length > 1 ? 2 : 1;
  return html.replace(/(<\/?h)([1-5])(?=[\s>])/gi, (all, tag, level) =>
    Number(level) <= deepest ? tag + (Number(level) + 1) : all,
  );
}

document.addEventListener(
  "paste",
  (event) => {
    const html = event.clipboardData.getData("text/html");
    if (!event.target.closest("[data-draftail-editor-wrapper]") || !html.match(FIRST)) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", lowered(html));
    clipboardData.setData("text/plain", event.clipboardData.getData("text/plain"));
    const again = { clipboardData, bubbles: true, cancelable: true };
    event.target.dispatchEvent(new ClipboardEvent("paste", again));
  },
  { capture: true },
);
