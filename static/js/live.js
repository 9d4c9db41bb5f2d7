// Brings a part of the page again as long as somebody looks at it. The answer is empty
// when nothing changed. Without this script the page has a link that does the same.
const part = document.querySelector("[data-live]");
if (part) {
  const every = 3000;
  const mine = new Set((part.dataset.supported ?? "").split(","));
  let version = "";

  // what this visitor supports; the part itself is the same for everybody
  const mark = () => {
    for (const button of part.querySelectorAll("button[data-question]")) {
      if (!mine.has(button.dataset.question)) continue;
      button.disabled = true;
      button.textContent = "Je steunt dit";
    }
  };
  // nothing changes under somebody's hands
  const isBusy = () =>
    part.querySelector("details[open]") || part.contains(document.activeElement);

  const look = async () => {
    if (document.hidden || isBusy()) return;
    const answer = await fetch(part.dataset.live, {
      headers: version ? { "If-None-Match": version } : {},
      cache: "no-store",
    });
    if (answer.status !== 200) return;
    version = answer.headers.get("ETag") ?? "";
    const text = await answer.text();
    if (isBusy()) {
      version = "";
      return;
    }
    part.innerHTML = text;
    mark();
  };
  const turn = () =>
    look()
      .catch(() => {}) // no network for a moment: the next turn asks again
      .finally(() => setTimeout(turn, every));
  mark();
  setTimeout(turn, every);
}
