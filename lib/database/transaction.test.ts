import { describe, expect, it } from "vitest";
import { newPerson } from "@/e2e/support/unit/people";
import { db } from "./client";
import { onceCommitted, transact } from "./transaction";

describe("what is put off until a transaction has happened", () => {
  it("is done after it, in its order, and answers nothing of it", async () => {
    const done: string[] = [];
    const answer = await transact(async (transaction) => {
      await onceCommitted(transaction, () => done.push("first"));
      await onceCommitted(transaction, () => done.push("second"));
      await transaction.$queryRaw`select 1`;
      done.push("the work");
      return "answer";
    });
    expect(answer).toBe("answer");
    expect(done).toEqual(["the work", "first", "second"]);
  });

  it("is dropped with what is undone", async () => {
    const { id } = await newPerson({ name: "Ana" });
    const done: string[] = [];
    const undone = transact(async (transaction) => {
      await transaction.user.update({ where: { id }, data: { name: "Luis" } });
      await onceCommitted(transaction, () => done.push("told"));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(done).toEqual([]);
    expect(await db().user.findUnique({ where: { id } })).toMatchObject({ name: "Ana" });
  });

  it("is done at once where there is no transaction", async () => {
    const done: string[] = [];
    await onceCommitted(db(), () => done.push("told"));
    expect(done).toEqual(["told"]);
  });
});
