// A form leaves the screen only when the site is there to take it.
//
// Who is signed out, or offline, would lose a form by sending it. So we ask first, say what
// is wrong, and save by ourselves when it is right again.
const AGAIN = 15_000; // milliseconds
const RICH_TEXT = 300; // a rich text tells the form what it holds after 250
const PATIENCE = 10_000;
const TROUBLE = new Set(["network_error", "server_error"]);
const CHOSEN = "[name=action-workflow-action], [name^=workflow-action-]";

const form = document.querySelector("[data-edit-form]");
const messages = document.querySelector("#w-connection");
const autosave = () =>
  window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");
const pause = (time) => new Promise((done) => setTimeout(done, time));

let passed = false;
let sending = false;
let waiting = false;

// Signing in again changes the token that every form must carry.
function renew(token) {
  window.wagtailConfig.CSRF_TOKEN = token;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) {
    field.value = token;
  }
}

// What is wrong, as the name of its message; nothing when all is well.
async function trouble() {
  try {
    const answer = await fetch(messages.dataset.url, {
      redirect: "manual", // that would be to the page where one signs in
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) {
      renew((await answer.json()).token);
      return "";
    }
    return answer.type === "opaqueredirect" ? "signed-out" : "unreachable";
  } catch {
    return "unreachable";
  }
}

function say(name) {
  document.querySelector("[data-connection]")?.remove();
  const message = name && messages.content.querySelector(`[data-connection=${name}]`);
  if (message) {
    document.querySelector(".messages ul").append(message.cloneNode(true));
  }
}

// All is well, or the screen says what is not and we look again later.
async function well() {
  const name = await trouble();
  say(name);
  if (name) {
    later();
  }
  return !name;
}

async function recover() {
  if (!sending && (await well())) {
    autosave()?.save();
  }
}

function later() {
  if (!waiting) {
    waiting = true;
    setTimeout(() => {
      waiting = false;
      recover();
    }, AGAIN);
  }
}

// What was pressed is undone, for it did not happen.
function stay() {
  for (const field of form.querySelectorAll(CHOSEN)) {
    field.remove();
  }
  for (const button of form.querySelectorAll("[data-w-progress-loading-value=true]")) {
    button.setAttribute("data-w-progress-loading-value", "false");
  }
}

async function send(submitter) {
  const saver = autosave();
  const active = saver?.activeValue;
  if (saver) {
    saver.activeValue = false; // two answers at once could overtake each other
  }
  await Promise.all([
    pause(RICH_TEXT),
    Promise.race([saver?.submitPromise, pause(PATIENCE)]),
  ]);
  if (await well()) {
    if (submitter?.name) {
      const { name, value } = submitter;
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    passed = true;
    form.requestSubmit();
    return;
  }
  if (saver) {
    saver.activeValue = active;
  }
  stay();
}

function start() {
  // the windows of the workflow send the form without saying so; now it says so
  form.submit = () => form.requestSubmit();
  document.addEventListener(
    "submit",
    async (event) => {
      if (event.target !== form || passed) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!sending) {
        sending = true;
        await send(event.submitter);
        sending = false;
      }
    },
    { capture: true },
  );
  form.addEventListener("w-autosave:error", async (event) => {
    if (TROUBLE.has(event.detail.type) && (await well())) {
      later();
    }
  });
  for (const [target, type] of [[document, "visibilitychange"], [window, "online"]]) {
    target.addEventListener(type, () => {
      if (waiting && !document.hidden) {
        recover();
      }
    });
  }
}

if (form && messages) {
  start();
}
