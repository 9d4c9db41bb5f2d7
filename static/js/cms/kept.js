// What an editor typed is kept only when the server said so.
//
// Wagtail saves by itself, but once an answer comes in it takes everything that stands in
// the form for saved, also what was typed while the answer was under way; it takes what
// stands there 2 seconds after opening for what was there before; and it stops looking
// after a form came back with errors. Here `kept` is what was sent and answered, and
// Wagtail's own controllers are held to that.
const BEAT = 300; // milliseconds
const SETTLED = 600; // a rich text tells the form what it holds after 250

const form = document.querySelector("[data-edit-form]");
const indicator = document.querySelector("#w-autosave-indicator");
const controller = (element, name) =>
  window.wagtail.app.getControllerForElementAndIdentifier(element, name);
const watcher = () => controller(form, "w-unsaved");

let kept;
let sent;
let touched = -Infinity;

function hold(text) {
  kept = text;
  watcher().initialFormData = text;
  watcher().previousFormData = text;
}

// What the server changed in the form itself, such as the numbers of new rows.
function withUpdates(text, updates) {
  const fields = new URLSearchParams(text);
  for (const [name, value] of Object.entries(updates)) {
    if (fields.has(name)) {
      fields.set(name, value);
    }
  }
  return fields.toString();
}

function show(state, from) {
  const sign = indicator && controller(indicator, "w-autosave");
  if (sign && sign.stateValue === from) {
    sign.stateValue = state;
  }
}

function touch() {
  touched = performance.now();
  show("idle", "saved");
}

function settled() {
  return performance.now() - touched > SETTLED && watcher().formData === kept;
}

// "Saved" stands on the screen when all of it is, and never a moment before.
function tell() {
  if (settled()) {
    show(sent === undefined ? "idle" : "saved", "idle");
  } else {
    show("idle", "saved");
  }
}

function beat() {
  if (kept !== undefined) {
    watcher().check();
    tell();
  }
}

// Before the first key does anything: what stands there now, was there.
function begin() {
  if (kept === undefined && watcher()) {
    hold(watcher().formData);
  }
}

function start() {
  if (watcher().forceValue) {
    hold("came back with errors"); // so nothing of it is kept
  }
  for (const type of ["pointerdown", "keydown", "beforeinput", "paste", "drop"]) {
    document.addEventListener(type, begin, { capture: true, once: true });
  }
  // a rich text takes what is pasted or cut itself: no `input` follows
  for (const type of ["beforeinput", "input", "change", "paste", "cut", "drop"]) {
    form.addEventListener(type, touch, { capture: true });
  }
  form.addEventListener("w-unsaved:watch-edits", (event) => {
    hold(kept ?? event.detail.initialFormData);
  });
  document.addEventListener(
    "w-autosave:save",
    () => {
      sent = watcher().formData;
    },
    { capture: true },
  );
  document.addEventListener(
    "w-autosave:success",
    (event) => {
      kept = withUpdates(sent, event.detail.response.field_updates ?? {});
      history.replaceState(null, "", location.href); // reloading sends no old form again
    },
    { capture: true },
  );
  window.addEventListener("w-autosave:success", tell); // after the indicator heard it
  window.addEventListener(
    "beforeunload",
    () => {
      begin();
      watcher().check();
      watcher().hasEditsValue ||= performance.now() - touched < SETTLED;
    },
    { capture: true },
  );
  setInterval(beat, BEAT);
}

form?.addEventListener("w-unsaved:ready", start, { once: true });
