import { DISTRICTS } from "./places";

/**
 * Words of Latin American passwords that the packages lack or rank as rare, by hand, without accents, most tried first.
 */
const PASSWORDS = `
  contrasena clave password pass admin administrador usuario user hola holamundo teamo tequiero miamor mivida micasa
  miclave micontrasena mipassword clavesegura contrasenasegura password1 passw senha minhasenha acesso acceso entrar
  bienvenido bienvenida bemvindo welcome temporal provisional provisoria cambiar cambiame secreto secreta segredo seguro
  segura seguridad seguranca prueba pruebas test teste testing demo invitado inicio ingreso login sistema sistemas
  servidor server soporte suporte root qwerty asdf zxcv querty letmein iloveyou princesa princess principe rey reina
  corazon amor amorcito amormio amoreterno tesoro cielo bebe bebesita bebecito nena muneca hermosa hermoso guapa guapo
  bonita preciosa linda lindo angel angelito dios jesus jesuscristo cristo diosesamor diosesfiel virgencita virgen maria
  gracias bendicion bendiciones fe esperanza paz libertad familia mifamilia mama mami mamita papa papi papito hijo hija
  hijos hijito abuela abuelo hermano hermana amigo amiga amigos esposo esposa novio novia perro perrito gato gatito
  mascota estrella estrellita luna sol solecito lucero mariposa flor flores rosa rosita chocolate galleta fresa
  futbol campeon campeones gol monstruo tigre leon leona aguila lobo loba toro dragon pantera caballo batman superman
  spiderman pokemon naruto goku minecraft fortnite roblox freefire mario zelda sonic messi maradona neymar ronaldo
  cristiano pele james falcao shakira karolg juanes maluma badbunny selena rbd rebelde feid`;

const WORK = `
  alegra factura facturas facturacion contabilidad contable contador contadora conta cuenta cuentas dian sunat sat afip
  arca sii sri rut nit rfc cuit cuil iva igv impuesto impuestos tributario nomina planilla sueldo salario ventas venta
  compras compra inventario bodega almacen caja cajero banco bancolombia davivienda nequi daviplata bbva santander
  empresa miempresa empresas negocio minegocio tienda mitienda oficina gerente gerencia jefe jefa secretaria asistente
  auxiliar tesoreria finanzas dinero plata pesos dolar dolares cliente clientes proveedor proveedores recibo recibos
  presupuesto reporte balance auditoria asesor asesoria abogado ingeniero doctor doctora profesor profesora colegio
  universidad universitario escuela panaderia restaurante ferreteria farmacia drogueria peluqueria taller transporte
  empresarial comercial comercio mercado logistica pago pagos cobro cobros nota fiscal notafiscal empresa1 negocios`;

const PLACES = `
  colombia colombiana colombiano mexico mexicana mexicano argentina argentino peru peruana peruano chile chilena chileno
  ecuador ecuatoriano ecuatoriana venezuela venezolana venezolano bolivia boliviano boliviana paraguay paraguayo uruguay
  uruguayo brasil brasileiro brasileira costarica costarricense panama panameno guatemala guatemalteco honduras hondureno
  salvador elsalvador salvadoreno nicaragua nicaraguense cuba cubano cubana dominicana republicadominicana puertorico
  espana espanol espanola portugal miami nuevayork newyork california texas estadosunidos america latinoamerica
  bogota medellin cali barranquilla cartagena cucuta bucaramanga pereira santamarta ibague pasto manizales neiva
  villavicencio armenia valledupar monteria sincelejo popayan tunja riohacha quibdo florencia yopal leticia soacha bello
  itagui envigado palmira buenaventura tulua girardot zipaquira chia antioquia cundinamarca santander boyaca tolima
  huila narino cauca valle valledelcauca atlantico bolivar magdalena caldas risaralda quindio meta casanare guajira
  cesar cordoba sucre choco caqueta putumayo amazonas arauca paisa rolo costeno
  ciudaddemexico cdmx guadalajara monterrey puebla tijuana juarez leon zapopan merida cancun queretaro toluca morelia
  chihuahua saltillo culiacan hermosillo acapulco veracruz xalapa oaxaca tampico mazatlan jalisco sinaloa sonora yucatan
  chiapas tabasco michoacan guanajuato buenosaires rosario mendoza laplata mardelplata tucuman salta neuquen bariloche
  santafe parana posadas corrientes resistencia quilmes lanus avellaneda lima arequipa trujillo chiclayo piura cusco
  cuzco iquitos huancayo tacna callao chimbote ica puno ayacucho cajamarca santiago santiagodechile valparaiso
  vinadelmar concepcion antofagasta temuco rancagua iquique laserena puertomontt quito guayaquil cuenca ambato loja
  manta machala portoviejo esmeraldas riobamba ibarra caracas maracaibo valencia barquisimeto maracay maturin merida
  tachira zulia lapaz santacruz cochabamba sucre oruro potosi tarija asuncion ciudaddeleste encarnacion montevideo
  salto paysandu puntadeleste maldonado sanjose alajuela cartago heredia limon ciudaddepanama colon david
  ciudaddeguatemala quetzaltenango tegucigalpa sanpedrosula sansalvador santaana managua masaya granada lahabana habana
  santiagodecuba santodomingo puntacana sanjuan ponce madrid barcelona sevilla zaragoza malaga bilbao murcia alicante
  palma valladolid vigo gijon asturias galicia andalucia cataluna saopaulo sampa riodejaneiro rio brasilia salvador
  fortaleza belohorizonte manaus curitiba recife portoalegre belem goiania campinas guarulhos natal florianopolis
  vitoria cuiaba maceio teresina joaopessoa santos niteroi minasgerais bahia pernambuco ceara paranaense lisboa`;

const TEAMS = `
  millonarios millos nacional atleticonacional santafe independientesantafe independientemedellin americadecali
  deportivocali junior juniordebarranquilla oncecaldas deportestolima deportivopereira bucaramanga envigado
  atleticobucaramanga cucutadeportivo boca bocajuniors river riverplate racing racingclub independiente sanlorenzo
  huracan velez velezsarsfield estudiantes gimnasia newells newellsoldboys rosariocentral central talleres belgrano
  lanus banfield argentinos colocolo universidaddechile udechile laud universidadcatolica cobreloa unionespanola
  magallanes clubamerica chivas cruzazul pumas tigres rayados toluca pachuca santoslaguna necaxa xolos leonfc
  universitario alianzalima alianza sportingcristal cristal cienciano melgar barcelonasc emelec ligadequito ldu
  deportivoquito aucas penarol nacionaldemontevideo danubio defensor cerroporteno olimpia libertad guarani bolivar
  thestrongest wilstermann orientepetrolero caracasfc deportivotachira saprissa alajuelense herediano olimpia motagua
  flamengo corinthians palmeiras saopaulofc saopaulo santosfc santos gremio internacional cruzeiro atleticomineiro
  vasco vascodagama fluminense botafogo bahia vitoria sport nautico coritiba athletico ceara fortaleza mengao timao
  verdao realmadrid madrid barcelona barca fcbarcelona atletico atleticodemadrid betis sevillafc valenciacf
  manchester manchesterunited liverpool chelsea arsenal juventus milan inter psg bayern seleccion selecao
  bicampeon tricampeon campeon hincha barrabrava`;

/** First names, since the packages' order them by Spain. */
const NAMES = `
  juan maria jose luis carlos ana jorge andres camila valentina santiago sebastian mateo matias nicolas samuel daniel
  david alejandro alejandra diego felipe juancarlos juanjose juanpablo juandavid juancamilo juanmanuel josemaria
  mariajose mariacamila mariafernanda mariapaula anamaria luisfernando luismiguel andresfelipe carlosandres paola paula
  laura natalia daniela diana sandra claudia patricia martha gloria luz luzmarina carolina catalina isabella sofia
  mariana gabriela salome antonella emilia luciana martin tomas emiliano joaquin benjamin maximiliano thiago gael
  emmanuel jeronimo esteban cristian jhon john jefferson brayan kevin wilson william edwin yeison jhonatan jonathan
  miguel angel miguelangel pedro pablo francisco javier fernando ricardo roberto rafael raul oscar hector hugo julio
  cesar juliocesar ivan mauricio alberto eduardo enrique guillermo gustavo german gerardo arturo alvaro armando
  yolanda adriana alexandra angela beatriz blanca carmen cecilia clara consuelo cristina elena elizabeth esperanza
  estefania fabiola fernanda guadalupe ingrid irene isabel jessica jenny johana julia juliana karen karina leidy lina
  liliana lorena lucia luisa magdalena marcela margarita marisol milena miriam monica nancy olga pilar rocio rosa ruth
  silvia sonia stella susana tatiana teresa vanesa vanessa veronica victoria viviana ximena yesenia yuliana joao
  joaopedro pedrohenrique lucas gabriel guilherme gustavo rodrigo thiago vinicius leticia larissa beatriz fernanda
  garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz cruz morales
  reyes gutierrez ortiz ramos ruiz alvarez mendoza castillo jimenez moreno romero herrera medina aguilar vargas castro
  guzman rojas munoz salazar mendez suarez restrepo giraldo londono cardona ospina arango velez correa zapata quintero
  silva santos oliveira souza pereira lima ferreira costa rodrigues almeida nascimento alves carvalho araujo ribeiro`;

const DAILY = `
  nosequeponer nose noseque nolase olvidemiclave quesoyo cualquiera amordemivida amordemivida tequieromucho teamomucho
  teextrano feliz felicidad feliznavidad navidad felizcumple micumple cumpleanos vacaciones viernes sabado domingo
  siempre nunca mipais mitierra mibarrio micelular celular telefono correo internet wifi computador computadora
  iphone samsung xiaomi motorola huawei android google gmail hotmail outlook yahoo facebook instagram whatsapp tiktok
  twitter youtube netflix spotify amazon mercadolibre mercadopago rappi uber avianca latam claro movistar tigo wom
  toyota mazda renault chevrolet nissan honda yamaha suzuki bmw audi ferrari cocacola pepsi postobon aguila poker corona
  arepa arepas empanada empanadas sancocho bandeja bandejapaisa ajiaco mondongo patacon patacones tamal tamales taco
  tacos ceviche asado milanesa parrillada feijoada cafe cafecito tinto aguardiente guaro cerveza ron tequila pisco mate
  aguacate mango guayaba lulo maracuya cumbia vallenato salsa bachata merengue reggaeton regueton samba tango bolero
  ranchera mariachi carnaval fiesta rumba parranda parcero parce bacano bacana chevere chimba berraco verraco paisita
  medallo rolita guapi guey chido chingon chamo pana boludo pibe causa cachetes superclasico guacamaya colibri condor
  jaguar capibara delfin ballena pajaro caballito pedrito juanito carlitos luisito miguelito negrita negrito flaquita
  flaca flaco gordita gordito gorda gordo mija mijita mijito viejita suegra comadre compadre firulais toby rocky lucas
  macondo quijote gabo botero patria libertador papeleria lavanderia miscelanea contraloria talentohumano rrhh girasol
  divinonino jesusesmirey soyelmejor elmejor lamejor numerouno ene feb mar abr may jun jul ago sep set oct nov dic`;

/** `contrasena` and the like without ñ, or for fun. */
const SPELLINGS = `
  contrasenia contrasenya contrasenha contrazena contraseina contracena contraseya contrasegna contrasenna
  kontrasena kontrasenia kontrasenya kontrazena contrasea contrasna contras kontra klave qlave clabe klabe
  miklave mikontrasena micontrasenia micontrasenya miclaves lacontrasena lacontrasenia laclave clavesita clavecita
  contrasenias contrasenas kontrasenas claves klaves pasword passwor passwrod pasguord pasword1 pazzword passwd passwort
  paswor psswrd pwd password123 contrasinal senia senya zenha minhasenia cenha senhas usuaria uzuario
  admon adminn adm admins holas olamundo tekiero tekieromucho tqm tkm tqmucho tamo tiamo teamu
  segura1 secret secreto1 sekreto ingresa ingresar entrada abrir abrete abretesesamo sesamo login1 acceder accesos
  conectar conectado bienvenidos vienvenido bienbenido`;

/** Words before another word, and short ones between two. */
const PHRASES = `
  es la el mi de tu yo y con en los las por mas del soy san su te amo viva vivan arriba vamos aguante dale fuerza grande
  orgullo orgulloso siempre forza forca vai vem eu meu minha nosso nossa sou do da dos das amo adoro te odio puro pura
  purovida puravida soydel soyde yosoy eusou teamo vivala vivael vivael arribael arribala vamospor
  aguanteel daleboca dalecampeon elunico launica elmasgrande lamasgrande elrey lareina todo100 hastalamuerte
  hastasiempre porsiempre parasiempre siemprejuntos sinmiedo simismo quevivala queviva vivaperon vivazapata
  meuamor meuamore minhavida minhafamilia meubebe meufilho minhafilha meufilhos eutamo euteamo amovoce teamovida
  mihija mihijo mihijos mihijas mishijos mishijas mihijita mihijito minina minino miamorcito miesposa miesposo minovia
  minovio mimama mipapa mimami mipapi mimadre mipadre miabuela miabuelo mihermana mihermano misamores misobrina misobrino
  mitia mitio miprima miprimo minieto minieta misnietos mibebe mibebita mibebito mirey mireina miprincesa miprincipe
  mitesoro micielo misol miluna mialma miangel mivirgen midios miperro miperra miperrito migato migata migatito
  mimascota micorazon miamiga miamigo mihogar mipueblo miciudad micolombia mimexico miperu miequipo mijefe mitrabajo
  micarro micoche miauto mimoto micorreo micuenta mifactura minombre micumple miprimera amordemivida amordemialma
  hijadedios hijodedios hijamia hijomio amormio vidamia cielomio reinamia reymio bebemio madremia diosmio mamalinda
  papalindo mamateamo papateamo teamomama teamopapa teamohija teamohijo teamodios diosteama jesusteama cristovive
  diosesbueno diosesgrande diosconmigo gloriaadios graciasdios graciasadios confiaendios endiosconfio todolopuedo
  felizdia buenosdias buendia buenasnoches felizano felizanio anonuevo felizanonuevo cachaco cachaca cachacos rola rolos
  opita pastuso pastusa santandereano boyacense boyaco valluno valluna caleno calena bogotano bogotana barranquillero
  cartagenero samario antioqueno antioquena paisas llanera portena porteno limeno limena capitalino capitalina quiteno
  guayaco mono mona negro negra chino china gocho gringo cachaquito sudaca latino latina`;

/** Clubs younger, smaller or further away than those of `TEAMS`. */
const CLUBS = `
  laequidad equidad fortalezaceif fortalezafc boyacachico jaguares aguilasdoradas rionegroaguilas patriotas alianzapetrolera
  alianzafc unionmagdalena realcartagena cortulua intercali intermedellin deportivopasto pastofc huilafc
  atleticohuila deportivoquindio quindio realsantander leonesfc tigresfc orsomarso llaneros barranquillafc poderosodelamontana
  dimfc elpoderoso verdolaga verdolagas embajador embajadores cardenales tiburones tiburon lamechita diablosrojos
  losdelsur barristas godoycruz colondesantafe uniondesantafe defensayjusticia tigrefc
  arsenaldesarandi platense sarmiento barracascentral ferro ferrocarriloeste chacarita allboys atlanta nuevachicago
  almirante aldosivi patronato instituto atleticotucuman belgranodecordoba centralcordoba xeneize xeneizes gallinas
  millonario elmillo bostero bosteros cuervo ciclon elciclon lobo pincha canalla leproso lepra quemero fortin labombonera
  bombonera monumental elmonumental azteca estadioazteca maracana centenario lamitad12 la12 jugadornumero12
  audaxitaliano audax palestino ohiggins everton huachipato wanderers santiagowanderers cobresal nublense coquimbounido
  deportesiquique unionlacalera rangers losdeabajo garrablanca clubazul loscruzados
  atlas leones queretarofc mazatlanfc juarezfc pueblafc tijuanafc morelia monarcas americamexico aguilasdelamerica
  chivasrayadas chivasguadalajara tigresuanl unam cruzazulcampeon lamaquina losazulejos guadalajarafc sanluisfc leonfc
  deportivomunicipal sportboys cesarvallejo ayacuchofc sporthuancayo binacional cuscofc garcilaso juanaurich utc grau
  idolodelastillero independientedelvalle deportivocuenca macara tecnicouniversitario elnacional orense
  plazacolonia riverplateuruguay montevideocity fenix cerrolargo rentistas bohemios
  manya carbonero bolso bolsos nacho sportivoluqueno sollibertad sportivotrinidense
  blooming realpotosi alwaysready nacionalpotosi orientepetrolerofc aurora deportivolara zamorafc monagassc laguairafc
  carabobofc estudiantesdemerida mineros minerosdeguayana metropolitanos cartagines comunicaciones municipal
  xelaju aguilacd fas alianzafcsv olimpiahn marathon realespana plazaamador tauro arabeunido realesteli diriangen
  americamineiro atleticogoianiense atleticoparanaense athleticopr bragantino redbullbragantino cuiabaec goiasec juventude
  chapecoense avai figueirense paysandu remo nautico santacruzfc sampaiocorrea csa crb pontepreta guarani portuguesa
  vilanova criciumaec operario londrina verdaofc porco urubu gaviao galo raposa tricolor tricolorpaulista imortal colorado
  peixe furacao mengaotricampeao
  villarreal realsociedad athleticbilbao espanyol osasuna celta celtavigo rayovallecano getafe mallorca girona
  manchestercity mancity tottenham everton newcastle astonvilla acmilan intermilan napoli roma lazio fiorentina dortmund
  borussia bayernmunich ajax benfica porto fcporto sporting intermiami lagalaxy marsella lyon monaco psgfc
  yankees dodgers mets redsox lakers bulls celtics warriors cowboys patriots steelers leonesdelcaracas navegantes
  tigresdellicey licey aguilascibaenas escogido`;

const LISTS = {
  PASSWORDS,
  WORK,
  PLACES,
  TEAMS,
  NAMES,
  DAILY,
  SPELLINGS,
  PHRASES,
  CLUBS,
  ...DISTRICTS,
};

export const REGIONAL: Record<string, string[]> = Object.fromEntries(
  Object.entries(LISTS).map(([name, words]) => [name.toLowerCase(), words.trim().split(/\s+/)]),
);
