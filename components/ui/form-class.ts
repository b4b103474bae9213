/** How a form spaces its fields, which keep a line's room under them, below a lead. */
export const formClass = "mt-6 grid gap-1.5 short:mt-5 laptop:mt-3 [&>p]:my-2 laptop:[&>p]:my-0";

/** id of a page's one form with fields */
export const FORM = "formulario";
