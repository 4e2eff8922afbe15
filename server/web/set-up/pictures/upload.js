/** Sends a picture's file, and tells how far it has come, which `fetch` can't. */
import { answerOf } from "../../shared/api.js";

/** The server takes no more, bytes. */
export const FILE_MAX = 8 * 1024 * 1024;

/** The server waits a minute for a file, and some seconds for its turn, ms. */
const DEADLINE_MS = 90_000;

/**
 * Never throws: what went wrong is in the answer.
 * @param {File} file
 * @param {{ purpose: string, language: string, onProgress: (part: number) => void }} options
 * @returns {Promise<any>} as `call` answers
 */
export function upload(file, { purpose, language, onProgress }) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/pictures?purpose=${purpose}`);
    request.timeout = DEADLINE_MS;
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("accept", "application/json, application/problem+json");
    request.setRequestHeader("accept-language", language);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request.status, request.statusText, request.responseText));
    request.onerror = request.ontimeout = request.onabort = () => resolve({ ok: false, offline: true });
    request.send(file);
  });
}
