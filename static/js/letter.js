// The newsletter is not asked for twice: the browser remembers who closed the box or joined.
const KEPT = "newsletter-box";

function isAway() {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false; // a browser that keeps nothing
  }
}

function keepAway() {
  try {
    localStorage.setItem(KEPT, "away");
  } catch {
    // it is back on the next page
  }
}

if (document.querySelector("[data-joined]")) keepAway();

const box = document.querySelector("[data-letter]");
if (box) {
  const [asked, said] = box.children;
  const close = box.querySelector("[data-close]");
  box.hidden = isAway();
  close.hidden = false;
  close.addEventListener("click", () => {
    keepAway();
    asked.hidden = true;
    said.hidden = false;
    said.focus(); // where the button was, and read aloud
  });
}
