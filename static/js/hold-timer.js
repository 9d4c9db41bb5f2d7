// Says when a hold is about to end, and that it has ended; nothing that was typed is lost.
// Counts from the moment the page was asked for, since the visitor's clock may be wrong and
// a slow phone runs this late.
const line = document.querySelector("[data-hold-seconds]");
const region = document.querySelector("#tijd-melding");
if (line && region) {
  const asked = Date.now() - performance.now();
  const ends = asked + Number(line.dataset.holdSeconds) * 1000;
  const warns = ends - Number(line.dataset.holdWarning) * 1000;
  let said = "";

  const say = (id) => {
    if (said !== id) {
      said = id;
      region.replaceChildren(document.querySelector(id).content.cloneNode(true));
    }
  };
  const look = () => {
    const now = Date.now();
    if (now >= ends) {
      line.hidden = true;
      say("#tijd-om");
    } else if (now >= warns) {
      say("#tijd-bijna-om");
    }
    if (now < ends) {
      setTimeout(look, Math.max(250, Math.min((now < warns ? warns : ends) - now, 60000)));
    }
  };
  look();
  // a laptop that slept missed its timers
  document.addEventListener("visibilitychange", look);
}
