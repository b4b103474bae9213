import { singleton } from "../singleton";

const source = singleton("trace-id", () => ({ current: (): string | undefined => undefined }));

export function traceId(): string | undefined {
  return source.current();
}

export function traceIdsFrom(current: () => string | undefined): void {
  source.current = current;
}
