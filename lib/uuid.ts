const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** As PostgreSQL reads one: any other text would be a fault there. */
export const isUuid = (text: string): boolean => UUID.test(text);
