// The connection: what is new comes in, questions go out and come back answered.

import { store, tell } from "./store.js";

let socket = null;
let tries = 0;
let number = 0;
const waiting = new Map();

export function connect() {
  const address = new URL("live", location.href.replace(/presenter(?=$|[?#])/, ""));
  address.protocol = "ws:";
  address.search = address.hash = "";
  socket = new WebSocket(address);
  socket.onopen = () => {
    tries = 0;
    tell("connected");
    if (store.state) send({ do: "view", ...store.state.view });
  };
  socket.onmessage = (message) => hear(JSON.parse(message.data));
  socket.onclose = () => {
    for (const give of waiting.values()) give({});
    waiting.clear();
    if (++tries > 1) tell("gone");
    setTimeout(connect, Math.min(4000, 250 * tries));
  };
}

function hear(said) {
  if (said.kind === "answer") {
    waiting.get(said.to)?.(said.said);
    waiting.delete(said.to);
  } else {
    tell(said.kind === "state" ? "kind-state" : said.kind, said);
  }
}

function send(said) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(said));
}

export function look(view) {
  send({ do: "view", ...view });
}

export function ask(what, parts = {}) {
  if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve({});
  const n = ++number;
  const answered = new Promise((give) => waiting.set(n, give));
  send({ do: what, n, ...parts });
  return answered;
}
