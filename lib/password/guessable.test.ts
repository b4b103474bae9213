import { describe, expect, it } from "vitest";
import type { Email } from "../email";
import { passwordRefusal } from "./choose";

const address = "ana.restrepo@panaderia-sol.com.co" as Email;
const refusal = (password: string) =>
  passwordRefusal(password, { address, name: "Ana María Restrepo Gil" });
const EASY = /^(common|guessable|has-product|has-name)$/;

/** A word, a name, a city, a team, a year; digits or a sign at its end; accents, signs as letters, dates, telephones. */
const REFUSED = `
  contraseña123 Colombia2026! bogota123 barcelona1899 america1927 Medellin2025* juan1985
  maria.1990 alegra2026 c0ntras3ña micontraseña teamo123 holahola1 qwerty2026 Futbol2026!
  senha123 flamengo2019 password2026! millonarios10 nacional1989 bocajuniors12 riverplate2018
  Colocolo1991 corinthians2012 santos1962 palmeiras99 administrador1 clave1234 contador2026
  empresa123 factura2026 Facturas2026! contabilidad1 Bogotá2026 Cali2026! cartagena7 buenosaires1
  Mexico2026 Guadalajara1 lima2026! santiago22 quito2026 caracas58 saopaulo1554 riodejaneiro1
  Argentina2022 peru2026! venezuela1 ecuador2025! brasil2014 andres1234 carlos1990 Camila2005!
  valentina1 alejandro10 sebastian99 Sofia2010. gonzalez1 rodriguez2026 MariaJose1 juancarlos7
  enero2026 Diciembre25 lunes123 verano2026! septiembre19 primavera1 c0l0mb14! p4ssw0rd2026
  @dministrador S3nha2026 M1llonarios! f4ctur4123 qwertyuiop1 asdfghjkl1 1qaz2wsx3 zxcvbnm12
  abcd1234! abc12345 12345678a aaaa1111 11112222 19851985 15031990 15-03-1990 15/03/1990 01011980
  3104567890 3001234567 5551234567 holamundo1 hola1234 tequiero1 teamomucho miamor123 princesa1
  estrella7 mariposa99 chocolate1 superman99 dragon2020 perroperro gatogato1 amoramor solsolsol
  miclave2026 Bienvenido1 Bienvenido2026! temporal123 secreto2026 prueba123 usuario1 sistema2026
  gerente1 ventas2026 tienda123 dian2026! nomina2026 iva192026 negocio1 jesus2026 diosesamor
  DiosEsFiel1 familia5 hijos2026 mascota12 pokemon25 fortnite1 minecraft7 shakira2026 messi2022
  maradona10 neymar11 mateo2015! EsterSecreta1 NARANJA2026 verde2026 Atletico2021 barcelona2015
  realmadrid7 juventus1 deportivocali1 independiente5 racing2001 peñarol1891 universitario1
  alianza1901 cruzazul21 chivas2026 pumas2026! tigres2026 gremio1983 vasco1898 fluminense1
  botafogo10 internacional1 Antioquia1 Pereira2026 Manizales1 Bucaramanga22 Barranquilla1
  santamarta1 Montevideo1 asuncion2026 lapaz2026! rosario1 cordoba2026 Monterrey1 puebla2026
  Guayaquil1 alegra123 alegra.2026 Ingreso2026 mepassword1 pa$$word1 Contrasena.1
  contraseñasegura contraseña1contraseña1 teamo14ever letmein2026 welcome2026 iloveyou123
  administrator1 system123! server2026 January2026 colombiacolombia Colombia2026!! !Colombia2026
  2026Colombia colombia_2026 c010mb1a Co1ombia2026 contraseña1234567 micontraseñasegura
  elcaballo1 teamomama juanperez1985 josemaria1970 Alegra#2026 alegrafacturacion1
  nacionalcampeon2026 bogotadc2026 feliznavidad amordemivida nosequeponer olvidemiclave 02121990
  19900212 15marzo1990 12febrero1990 P@ssw0rd! Adm1n2026 S3cr3t0!! T3amo2026 aibmoloc1
  constructor1 __proto__1 arepa2026! vallenato1 parcero123 juan3104567890 +573104567890
  310-456-7890 (601)555-1234 Nequi2026* contraseña🔑 C0l0mb1@2026 Aa123456.
  contrasenia123 Contrasenia2026! kontraseña1 klave1234 Klave2026! qlave2026 contrasenha1 Fusagasuga1 Facatativa1
  Sabaneta1 Yumbo2025 Duitama2026! Fontibon2026! Engativa2026 Coyoacan1 Iztapalapa1 LasCondes2026 Pocitos2026 Qatar2022
  Guaviare2026 Vaupes2026 Vichada2026 Mompox2025! Uberlandia2026! Tegucigalpa1 Antofagasta2026 Maturin2025! Ushuaia2026
  VivaChile18 ArribaPeru21 VamosColombia10 AguanteBoca1 AguanteRiver9 MeuAmor2024 MiHijaSofia2015 MiHijoMateo2018
  CaliEsCali1 LaEquidad82 Cachaco2026 Cel3001234567 Tel:3001234567 whatsapp3104567890 cc1020304050 Mayo05/1990
  12-feb-1990 12/febrero/1990! 12defebrerode1990 atogoB2025`
  .trim()
  .split(/\s+/);

describe("what people take first", () => {
  it.each(REFUSED)("%s", async (password) => expect(await refusal(password)).toMatch(EASY));

  it("is said to be common, easy, or of the person, whichever is plainest", async () => {
    expect(await refusal("password1234")).toBe("common");
    expect(await refusal("Medellin2025*")).toBe("guessable");
    expect(await refusal("restrepo1985")).toBe("has-address");
  });
});

describe("what may be chosen", () => {
  it.each([
    "una-clave-de-demo-2026",
    "correct horse staple",
    "el perro come tarde",
    "solo letras sin nada",
    "93847561029384",
    "鋼の錬金術師と賢者",
    "panaderia de barrio en Tunja",
    "mi gata Ana duerme 9 horas",
    "alegra-y-otras-palabras-largas",
    "regresó el 1234 a la mesa",
    "';drop table users--",
    "una clave larga",
    "otra clave de cuatro palabras",
    "caballo correcto batería grapa",
    "nueva-clave-segura-2026",
    "mi clave secreta 2026",
    "correct horse battery staple",
    "zumbido lámpara cometa trigo",
    "nube piedra radio lomo queso",
    "vaca lechera montuna",
    "cactus azotea violín",
    "lluvia-verde-tren-mapa",
    "cometa-lapiz-19-fuego",
    "perejil.tuerca.nieve",
    "ventana/arroz/cuadro",
    "kilo7mandarina9torno",
    "t3mpl0-0rquide4-b4rc0",
    "TresTristesTigresComen",
    "MonoVioletaTaza",
    "el gato de Ana 93 duerme",
    "ocho cactus bajo el sol",
    "lamparita de queroseno",
    "Y tu abuela que dijo?",
    "me gusta el tinto sin azúcar",
    "quiero viajar a Leticia en 2031",
    "1Password!uses-Long",
    "Tr0ub4dor&3xyz",
    "xqv8kjwz",
    "G5k!vX2p",
    "Wm3!Zx8?",
    "q7Jw2nRz",
    "uRkN47vTq",
    "pT9wLm4xQz",
    "hV8$nB3kR2",
    "4f9c2b7e1d",
    "bq27hf93kd",
    "kX9#mP2$vL7q",
    "rO7&yN1%cW5*",
    "aG4hTq9ZbX2k",
    "8e3a7f1c9b2d",
    "QgT5n2vHbLs8",
    "j8Kd-92Ls-pQ3x",
    "vUjyq-Zimda-4kexu",
    "xafmiT-mykpyf-7novzy",
    "b9b5c2de-6f0a-4d3e-9a51-2f7c8d1e0b44",
    "constructor de puentes azul",
    "el constructor pinta lunas",
    "пароль-не-скажу",
    "🔑🌵🦜🎻🧵🍋🪁🐢",
  ])("%s", async (password) => expect(await refusal(password)).toBeNull());
});
