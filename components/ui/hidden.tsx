/** Hidden fields of a form, those without a value left out. */
export function Hidden({ values }: { values: Record<string, string | null | undefined> }) {
  return Object.entries(values).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  );
}
