import type { NextRequest } from "next/server";
import { exportAccount } from "../account/profile";
import { recordActivity } from "../activity/record";
import { isProgram, respond } from "./answer";
import { afterwards, faultAnswer } from "./door";
import { UNCACHED } from "./headers";
import { forProvedOwner } from "./owner";
import { visitOf } from "./visit";

/** Begins the download by itself: whoever had to prove themselves first would otherwise be left at a form. */
const PAGE = "/cuenta?descargar=1";

/** GET /cuenta/datos: one's own data as a JSON file, after a fresh proof. Reads, but for the note that it was taken. */
export async function downloadData(request: NextRequest): Promise<Response> {
  const program = isProgram(request.headers);
  afterwards();
  let file: Response | null = null;
  const verb = forProvedOwner(PAGE, async (visit, person) => {
    const { id: userId, address } = person;
    await recordActivity({ event: "data-downloaded", address, userId, requester: visit.requester });
    file = fileOf(await exportAccount(person));
    return { ok: true, url: PAGE };
  });
  try {
    const answer = await verb(visitOf(request, { values: new Map(), wrong: [] }));
    return file ?? (await respond(answer, program));
  } catch (fault) {
    return respond(faultAnswer(fault, "/cuenta"), program);
  }
}

function fileOf(data: unknown): Response {
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="alegra-mis-datos.json"',
      "cache-control": UNCACHED,
      "x-content-type-options": "nosniff",
    },
  });
}
