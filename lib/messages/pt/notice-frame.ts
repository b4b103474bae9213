import { BRAND } from "../../config/brand";
import { NOT_YOU } from "./shared";

/**
 * Notices carry no link: a mail that alarms and asks for a click is what a thief would send. But whoever lost the address, or did not lose
 * the phone, has no other way.
 */
export const common = {
  preheader: "Se não foi você, este e-mail diz o que fazer.",
  closing: {
    strong: NOT_YOU,
    text: `Entre na sua conta ${BRAND.name} digitando o endereço no seu navegador, encerre todas as sessões e crie uma nova senha. Troque também a senha do seu e-mail.`,
  },
  footer: (address: string) =>
    `Enviado para ${address} porque é o e-mail de uma conta ${BRAND.name}.`,
};
