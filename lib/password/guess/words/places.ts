// Larger municipalities, states and districts beyond those of `PLACES`, without accents, written by hand.
const COLOMBIA = `
  soledad dosquebradas rionegro floridablanca giron piedecuesta barrancabermeja malambo jamundi yumbo cartago buga
  guadalajaradebuga fusagasuga facatativa madrid mosquera funza cajica cota tabio tenjo lacalera sopo tocancipa gachancipa
  sibate lamesa villeta guaduas ubate choconta silvania melgar espinal elespinal honda mariquita libano chaparral flandes
  sabaneta laestrella caldas copacabana girardota barbosa guarne marinilla laceja elretiro elcarmendeviboral santuario
  guatape elpenol apartado turbo carepa chigorodo necocli caucasia yarumal donmatias andes jardin jerico ciudadbolivar
  duitama sogamoso chiquinquira paipa villadeleyva moniquira garagoa puertoboyaca sangil socorro barichara velez malaga
  ocana pamplona lospatios villadelrosario tibu aguachica bosconia codazzi lajagua maicao uribia manaure fonseca villanueva
  cienaga fundacion aracataca elbanco plato mompox mompos magangue turbaco arjona elcarmendebolivar sanjacinto sabanalarga
  baranoa galapa puertocolombia corozal tolu covenas sampues sanmarcos lorica cerete sahagun montelibano planetarica
  tierralta ayapel ipiales tumaco tuquerres launion sandona pitalito garzon laplata sanagustin campoalegre rivera
  santanderdequilichao puertotejada patia piendamo silvia candelaria florida pradera roldanillo sevilla zarzal caicedonia
  calima dagua elcerrito guacari ginebra calarca circasia montenegro quimbaya latebaida salento filandia santarosadecabal
  lavirginia marsella belendeumbria chinchina villamaria ladorada riosucio anserma aguadas salamina neira supia acacias
  granada puertolopez puertogaitan restrepo cumaral sanmartin aguazul tauramena pazdeariporo saravena
  tame arauquita mocoa puertoasis orito villagarzon sibundoy sanvicentedelcaguan sanjosedelguaviare guaviare mitu vaupes
  inirida guainia vichada puertocarreno sanandres providencia sanandresislas istmina tado condoto costacaribe
  ejecafetero llanos llanero pacifico caribe cartago anapoima tocaima lapalma pacho guatavita zipacon suesca
  bogotadc usaquen chapinero candelaria teusaquillo kennedy bosa fontibon engativa suba barriosunidos losmartires
  antonionarino puentearanda rafaeluribe ciudadbolivar sumapaz usme tunjuelito sancristobal cedritos modelia salitre
  chico rosales galerias venecia normandia castilla tintal poblado elpoblado laureles belen robledo aranjuez
  manrique guayabal buenosaires lacandelaria comuna13 sanantonio ciudadjardin sanfernando
  aguablanca siloe pance bocagrande manga getsemani crespo elprado riomar`;

const MEXICO = `
  ecatepec nezahualcoyotl naucalpan tlalnepantla chimalhuacan tultitlan cuautitlan izcalli atizapan ixtapaluca tecamac
  metepec texcoco chalco huixquilucan valledechalco nicolasromero coacalco iztapalapa gustavoamadero alvaroobregon tlalpan
  coyoacan cuauhtemoc venustianocarranza azcapotzalco xochimilco iztacalco benitojuarez miguelhidalgo tlahuac
  magdalenacontreras cuajimalpa milpaalta polanco condesa romanorte romasur delvalle narvarte roma tepito lindavista
  ciudadjuarez mexicali ensenada tecate rosarito aguascalientes durango torreon gomezpalacio zacatecas fresnillo
  sanluispotosi matehuala ciudadvalles leonguanajuato irapuato celaya salamanca silao sanmigueldeallende dolores
  tlaquepaque tonala tlajomulco puertovallarta tepatitlan lagosdemoreno ocotlan zapotlan chapala tequila uruapan zamora
  lazarocardenas apatzingan patzcuaro colima manzanillo tecoman tepic nayarit losmochis guasave guamuchil navojoa nogales
  ciudadobregon guaymas sanluisriocolorado cananea delicias parral cuauhtemocchihuahua monclova piedrasnegras acuna
  guadalupe apodaca sannicolas escobedo santacatarina sanpedro garzagarcia cadereyta reynosa matamoros nuevolaredo
  ciudadvictoria madero altamira tamaulipas nuevoleon coahuila pachuca hidalgo tulancingo tula tlaxcala apizaco
  cuernavaca morelos cuautla jiutepec tehuacan cholula atlixco teziutlan coatzacoalcos pozarica minatitlan boca
  bocadelrio orizaba tuxpan papantla guerrero chilpancingo iguala zihuatanejo ixtapa taxco salinacruz
  juchitan tuxtepec huatulco puertoescondido tuxtla tuxtlagutierrez tapachula sancristobaldelascasas comitan palenque
  villahermosa cardenas comalcalco campeche ciudaddelcarmen valladolid progreso playadelcarmen cozumel chetumal tulum
  quintanaroo bajacalifornia bajacaliforniasur loscabos cabosanlucas sanjosedelcabo sanjuandelrio estadodemexico
  edomex chilango regio regiomontano tapatio jarocho poblano norteno`;

/** Argentina, Chile, Peru, Uruguay, Paraguay, Bolivia. */
const SOUTH = `
  lamatanza moron merlo moreno sanisidro tigre vicentelopez tresdefebrero sanmartin hurlingham ituzaingo ezeiza pilar
  escobar lomasdezamora almirantebrown florenciovarela berazategui berisso ensenada lujan zarate campana
  sannicolas pergamino junin olavarria tandil azul necochea bahiablanca tresarroyos chivilcoy mercedes chascomus pinamar
  villagesell miramar rafaela venadotuerto reconquista riocuarto villamaria carlospaz villacarlospaz sanrafael
  godoycruz guaymallen lasheras maipu sanluis villamercedes concordia gualeguaychu entrerios misiones obera eldorado chaco
  formosa santiagodelestero labanda catamarca larioja jujuy sansalvadordejujuy oran tartagal lapampa santarosa generalpico
  rionegro viedma generalroca cipolletti chubut comodororivadavia trelew puertomadryn rawson esquel
  riogallegos calafate elcalafate ushuaia tierradelfuego caba capitalfederal palermo recoleta belgrano caballito almagro
  flores floresta liniers mataderos villacrespo villadevoto villaurquiza nunez puertomadero santelmo barracas saavedra
  colegiales constitucion balvanera boedo pompeya lugano retiro villalugano parquepatricios
  puentealto maipu laflorida lascondes providencia nunoa vitacura lobarnechea penalolen macul lareina lagranja elbosque
  lapintana sanbernardo sanmiguel lacisterna quilicura pudahuel cerronavia renca independencia conchali
  huechuraba estacioncentral cerrillos quintanormal loprado padrehurtado colina lampa melipilla talagante buin
  quilpue villaalemana quillota sanantonio losandes sanfelipe concon talcahuano chillan losangeles coronel
  sanpedrodelapaz hualpen talca curico linares cauquenes constitucion valdivia osorno puertovaras castro chiloe ancud
  coyhaique aysen puntaarenas puertonatales arica tarapaca altohospicio calama atacama copiapo vallenar coquimbo ovalle
  ohiggins maule nuble biobio araucania losrios loslagos villarrica pucon
  sanjuandelurigancho sanmartindeporres ate comas villaelsalvador villamariadeltriunfo losolivos puentepiedra chorrillos
  carabayllo santaanita miraflores sanborja surco santiagodesurco lamolina barranco magdalenadelmar pueblolibre brena
  lavictoria rimac elagustino lince jesusmaria surquillo ventanilla lurin pachacamac huacho huaral barranca canete
  chincha pisco nazca nasca huaraz ancash paita sullana talara tumbes lambayeque jaen moyobamba tarapoto
  loreto yurimaguas pucallpa ucayali huanuco tingomaria cerrodepasco pasco junin huancavelica ayacucho huamanga apurimac
  abancay andahuaylas moquegua ilo juliaca madrededios puertomaldonado lalibertad
  pocitos puntacarretas carrasco malvin buceo cordon ciudadvieja trescruces lablanqueada prado
  launion lateja cerro elcerro canelones laspiedras ciudaddelacosta pando salto paysandu rivera tacuarembo melo
  cerrolargo artigas durazno florida sanjosedemayo colonia coloniadelsacramento soriano fraybentos treintaytres
  rocha lavalleja minas piriapolis puntadeldiablo
  sanlorenzo luque capiata lambare fernandodelamora limpio nemby marianoroquealonso itaugua ita aregua caaguazu
  coroneloviedo pedrojuancaballero villarrica caacupe cordillera guaira itapua altoparana amambay canindeyu
  presidentefranco hernandarias presidentehayes boqueron filadelfia neembucu paraguari caazapa
  elalto santacruzdelasierra montero warnes quillacollo sacaba yacuiba villamontes tupiza uyuni trinidad beni pando cobija
  chuquisaca riberalta camiri copacabana achocalla viacha calacoto sopocachi equipetrol`;

/** Ecuador, Venezuela, Central America, the Antilles. */
const NORTH = `
  duran santodomingodelostsachilas tsachilas quevedo milagro daule samborondon latacunga cotopaxi tungurahua chimborazo
  guaranda azuay canar azogues eloro pasaje santarosa zamorachinchipe moronasantiago macas puyo pastaza
  tena napo orellana coca lagoagrio sucumbios tulcan carchi imbabura otavalo cayambe pichincha ruminahui sangolqui
  cumbaya tumbaco conocoto calderon quitumbe carapungo lamariscal losrios babahoyo guayas salinas libertad santaelena
  manabi jipijapa montecristi chone bahiadecaraquez galapagos urdesa alborada guasmo
  petare chacao baruta elhatillo catia losteques guarenas guatire laguaira vargas
  charallave ocumare miranda carabobo aragua lara falcon yaracuy portuguesa barinas apure guarico cojedes trujillo
  monagas anzoategui sucre nuevaesparta margarita porlamar deltaamacuro puertolacruz cumana carupano eltigre
  ciudadbolivar ciudadguayana puertoordaz sanfelix sancristobal puertocabello guacara sandiego sanfelipe acarigua guanare
  coro puntofijo paraguana cabimas ojeda ciudadojeda valera calabozo sanjuandelosmorros lavictoria cagua turmero
  sanfernandodeapure puertoayacucho tucupita maracucho
  mixco villanueva escuintla chinautla petapa amatitlan quiche xela coban huehuetenango mazatenango retalhuleu
  chiquimula zacapa jutiapa peten antigua antiguaguatemala puertobarrios izabal sacatepequez chimaltenango solola
  soyapango mejicanos apopa sanmiguel santatecla ilopango delgado usulutan sonsonate ahuachapan chalatenango cuscatlan
  choluteca comayagua comayaguela elprogreso laceiba danli juticalpa puertocortes cortes yoro olancho
  siguatepeque tela roatan atlantida copan chinandega matagalpa esteli jinotega rivas bluefields tipitapa
  carazo jinotepe desamparados puntarenas guanacaste liberia escazu curridabat tibas nicoya perezzeledon sancarlos
  ciudadquesada turrialba moravia goicoechea heredia panamaoeste sanmiguelito arraijan lachorrera chiriqui veraguas
  penonome chitre boquete bocasdeltoro cocle losandes herrera lossantos tocumen chepo
  santiagodeloscaballeros laromana higuey sanpedrodemacoris sanfranciscodemacoris lavega puertoplata bonao moca bani
  barahona azua nagua samana monteplata haina villamella losalcarrizos bocachica santodomingoeste
  constanza jarabacoa cotui mao montecristi cibao distritonacional naco piantini gazcue losmina
  holguin camaguey santaclara guantanamo bayamo cienfuegos pinardelrio matanzas varadero ciegodeavila lastunas
  bayamon carolina caguas mayaguez arecibo guaynabo aguadilla fajardo humacao vegabaja`;

const BRAZIL = `
  saogoncalo duquedecaxias novaiguacu saobernardo saobernardodocampo santoandre osasco saojosedoscampos ribeiraopreto
  uberlandia sorocaba contagem aracaju feiradesantana juizdefora joinville londrina aparecida ananindeua portovelho
  serra campos camposdosgoytacazes belfordroxo saojoao saojoaodemeriti caxiasdosul macapa vilavelha
  maua saojosedoriopreto mogidascruzes betim jundiai maringa montesclaros piracicaba diadema carapicuiba olinda cariacica
  bauru anapolis campinagrande caucaia caruaru petrolina vitoriadaconquista blumenau itaquaquecetuba pontagrossa
  franca praiagrande cascavel canoas paulista uberaba riobranco santarem saovicente ribeiraodasneves suzano taubate
  limeira petropolis camacari guaruja pelotas gravatai viamao novohamburgo saoleopoldo santamaria riogrande palmas
  boavista mossoro voltaredonda macae cabofrio buzios angradosreis paraty marica teresopolis novafriburgo
  governadorvaladares ipatinga setelagoas divinopolis pocosdecaldas ouropreto diamantina itajai balneariocamboriu
  chapeco criciuma jaraguadosul lages saojose fozdoiguacu guarapuava colombo paranagua ilheus itabuna juazeiro
  portoseguro laurodefreitas barueri cotia taboao americana araraquara saocarlos marilia presidenteprudente
  aracatuba botucatu rioclaro indaiatuba sumare hortolandia valinhos jacarei atibaia braganca ubatuba caraguatatuba
  rondonopolis varzeagrande dourados campogrande corumba maraba castanhal parauapebas imperatriz saoluis sobral
  juazeirodonorte crato parnaiba arapiraca jaboatao garanhuns luziania rioverde acre alagoas amapa espiritosanto goias
  maranhao matogrosso matogrossodosul para paraiba piaui riograndedonorte riograndedosul rondonia roraima santacatarina
  sergipe tocantins distritofederal copacabana ipanema leblon tijuca botafogo barradatijuca jacarepagua madureira
  bangu santateresa rocinha lapa mooca pinheiros vilamadalena itaquera tatuape santana perdizes moema
  morumbi liberdade brooklin itaim itaimbibi jardins higienopolis butanta penha pirituba grajau capaoredondo
  savassi pampulha boaviagem pelourinho taguatinga ceilandia gama aguasclaras carioca paulistano mineiro gaucho baiano
  nordestino cearense pernambucano`;

/** Countries of the world cups and the rest of the world. */
const WORLD = `
  qatar catar rusia russia sudafrica alemania alemanha corea coreadelsur japon japao francia franca italia estadosunidos
  eeuu usa inglaterra england germany france italy japan suiza suecia suecia canada uefa fifa mundial copamundial
  copaamerica libertadores champions copa2026 holanda belgica croacia marruecos egipto turquia grecia polonia ucrania
  china india australia israel africa europa asia dubai arabia paris roma londres london berlin tokio tokyo orlando
  chicago houston boston losangeles lasvegas washington florida nuevajersey paises haiti jamaica aruba curazao
  trinidad surinam guyana belice elsalvador centroamerica sudamerica suramerica caribe`;

export const DISTRICTS = {
  COLOMBIA,
  MEXICO,
  SOUTH,
  NORTH,
  BRAZIL,
  WORLD,
};
