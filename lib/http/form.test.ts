import { describe, expect, it } from "vitest";
import { limits } from "../config/limits";
import { readForm } from "./form";

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";

function post(body: BodyInit, type: string | null = FORM, headers: Record<string, string> = {}) {
  const request = new Request("http://localhost:3000/", {
    method: "POST",
    body,
    duplex: "half",
    headers: { ...headers, ...(type !== null && { "content-type": type }) },
  } as RequestInit);
  if (type === null) request.headers.delete("content-type");
  return readForm(request);
}

const fields = async (body: BodyInit, type?: string) => {
  const read = await post(body, type);
  if (!read.ok) throw new Error(read.error);
  return { ...Object.fromEntries(read.form.values), wrong: read.form.wrong };
};

describe("a form", () => {
  it.each([
    ["email=ana%40ejemplo.com&password=a+b", FORM],
    ["email=ana%40ejemplo.com&password=a+b", `${FORM}; charset=UTF-8`],
    ["email=ana%40ejemplo.com&password=a+b", FORM.toUpperCase()],
    ['{"email":"ana@ejemplo.com","password":"a b"}', JSON_TYPE],
    ['{"email":"ana@ejemplo.com","password":"a b"}', `${JSON_TYPE}; charset=utf-8`],
  ])("is read: %s as %s", async (body, type) => {
    expect(await fields(body, type)).toEqual({
      email: "ana@ejemplo.com",
      password: "a b",
      wrong: [],
    });
  });

  it("without a body has no field", async () => {
    expect(await fields("")).toEqual({ wrong: [] });
  });

  it.each([
    ["a=1&a=2&b=3", FORM],
    ["a=1&a=1&a=1&b=3", FORM],
    ['{"a":"1","a":"2","b":"3"}', JSON_TYPE],
    ['{"a":"1","b":"3","\\u0061" : "2"}', JSON_TYPE],
    ['{"a":["1","2"],"b":"3"}', JSON_TYPE],
    ['{"a":{"$ne":""},"b":"3"}', JSON_TYPE],
    ['{"a":1,"b":"3"}', JSON_TYPE],
    ['{"a":null,"b":"3"}', JSON_TYPE],
    ['{"a":true,"b":"3"}', JSON_TYPE],
  ])("has each field once and as text, or not at all: %s", async (body, type) => {
    expect(await fields(body, type)).toEqual({ b: "3", wrong: ["a"] });
  });

  it("has fields of any name, and none that was not sent", async () => {
    const read = await post("__proto__=1&constructor=2&toString=3");
    expect(read.ok && [...read.form.values.keys()]).toEqual([
      "__proto__",
      "constructor",
      "toString",
    ]);
    expect(read.ok && read.form.values.get("hasOwnProperty")).toBeUndefined();
  });

  it.each([
    ["not UTF-8", Buffer.from("email=\xff\xfe", "latin1"), FORM, 400, "Malformed"],
    ["JSON that is none", "{", JSON_TYPE, 400, "Malformed"],
    ["a list", "[]", JSON_TYPE, 400, "Malformed"],
    ["a text", '"a"', JSON_TYPE, 400, "Malformed"],
    ["null", "null", JSON_TYPE, 400, "Malformed"],
    ["no type", "a=1", null, 415, "WrongType"],
    ["plain text", "a=1", "text/plain", 415, "WrongType"],
    ["XML", "<a/>", "application/xml", 415, "WrongType"],
    ["parts", "--a", "multipart/form-data; boundary=a", 415, "WrongType"],
    ["one byte too many", `a=${"b".repeat(limits.bodyLargestBytes - 1)}`, FORM, 413, "TooBig"],
  ])("that cannot be read is refused: %s", async (_, body, type, status, error) => {
    expect(await post(body, type)).toEqual({ ok: false, status, error });
  });

  it("of exactly 16 KiB is read", async () => {
    expect(await post(`a=${"b".repeat(limits.bodyLargestBytes - 2)}`)).toMatchObject({ ok: true });
  });

  it("is measured while it comes, whatever length it announces", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024).fill(97));
      },
    });
    expect(await post(endless, FORM, { "content-length": "10" })).toMatchObject({ status: 413 });
    expect(pulled).toBeLessThan(25);
  });
});
