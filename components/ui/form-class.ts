/** How a form spaces its fields, under a lead. */
export const formClass = "mt-6 grid gap-4.5 short:mt-5 short:gap-4";

/** id of a page's one form with fields */
export const FORM = "formulario";
