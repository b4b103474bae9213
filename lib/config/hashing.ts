/** Used where PASSWORD_PEPPER is unset: public, so no secret. */
export const PUBLIC_PEPPER = "ingreso:password:v1";
/** Used where BCRYPT_COST is unset. */
export const USUAL_BCRYPT_COST = 12;
