// Sends a file, with its progress. A file cannot be kept across a reload, so its bubble offers to try again.

import { csrf, seat, words } from "./page.js";

export const LIMIT = 10 * 1024 * 1024;

// Resolves to the message as the server shows it; rejects with { say, final }. `onProgress` gets 0…1.
export function upload({ client, chat, kind, file }, onProgress) {
  return new Promise((resolve, reject) => {
    if (file.size > LIMIT) {
      reject({ say: words["file-too-large"], final: true });
      return;
    }
    const form = new FormData();
    form.append("client_id", client);
    form.append("chat", chat);
    form.append("kind", kind);
    form.append("file", file);
    const request = new XMLHttpRequest();
    request.open("POST", `/chat/${seat}/media`);
    request.setRequestHeader("X-CSRF-Token", csrf);
    request.responseType = "json";
    request.timeout = 180000;
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status === 200) resolve(request.response.message);
      else reject({ say: request.response?.say ?? words.failed, final: request.status < 500 });
    };
    request.onerror = request.ontimeout = () => reject({ say: words.failed, final: false });
    request.send(form);
  });
}
