// In the form that arab-asia.ts describes. As in asia.ts one zone stands for those with the same clocks: New York for Detroit and Indiana,
// Denver for Boise, Mexico City for Monterrey and Mérida, Buenos Aires for its provinces.
export const AMERICAS = `
US America/New_York
واشنطن|Washington|38.9 -77.0|واشنطن العاصمة,Washington DC
نيويورك|New York|40.7 -74.0|NYC
بوسطن|Boston|42.4 -71.1
فيلادلفيا|Philadelphia|40.0 -75.2
ميامي|Miami|25.8 -80.2|فلوريدا,Florida
أورلاندو|Orlando|28.5 -81.4
أتلانتا|Atlanta|33.7 -84.4|جورجيا,Georgia
ديترويت|Detroit|42.3 -83.0|ميشيغان,ديربورن,Michigan,Dearborn
كليفلاند|Cleveland|41.5 -81.7|أوهايو,Ohio
بيتسبرغ|Pittsburgh|40.4 -80.0
إنديانابوليس|Indianapolis|39.8 -86.2
شارلوت|Charlotte|35.2 -80.8
بافالو|Buffalo|42.9 -78.9
US America/Chicago
شيكاغو|Chicago|41.9 -87.6
هيوستن|Houston|29.8 -95.4|تكساس,Texas
دالاس|Dallas|32.8 -96.8
أوستن|Austin|30.3 -97.7
سان أنطونيو|San Antonio|29.4 -98.5
نيو أورلينز|New Orleans|30.0 -90.1
مينيابوليس|Minneapolis|45.0 -93.3|مينيسوتا,Minnesota
سانت لويس|St. Louis|38.6 -90.2|Saint Louis
ناشفيل|Nashville|36.2 -86.8
ممفيس|Memphis|35.1 -90.0
كانساس سيتي|Kansas City|39.1 -94.6
برمنغهام|Birmingham|33.5 -86.8|بيرمنغهام,Birmingham Alabama
ميلووكي|Milwaukee|43.0 -87.9
أوماها|Omaha|41.3 -95.9
أوكلاهوما سيتي|Oklahoma City|35.5 -97.5
US America/Denver
دنفر|Denver|39.7 -105.0|كولورادو,Colorado
سولت ليك سيتي|Salt Lake City|40.8 -111.9
ألباكيركي|Albuquerque|35.1 -106.6
إل باسو|El Paso|31.8 -106.4
بيلينغز|Billings|45.8 -108.5
بويزي|Boise|43.6 -116.2
US America/Phoenix
فينيكس|Phoenix|33.4 -112.1|أريزونا,Arizona
توسان|Tucson|32.2 -110.9
US America/Los_Angeles
لوس أنجلوس|Los Angeles|34.1 -118.2|لوس أنجليس,كاليفورنيا,California,LA
سان فرانسيسكو|San Francisco|37.8 -122.4
سان دييغو|San Diego|32.7 -117.2
سان خوسيه|San Jose|37.3 -121.9|San José,San Jose California
ساكرامنتو|Sacramento|38.6 -121.5
لاس فيغاس|Las Vegas|36.2 -115.1|نيفادا,Nevada
سياتل|Seattle|47.6 -122.3
بورتلاند|Portland|45.5 -122.7|أوريغون,Portland Oregon
US America/Anchorage
أنكوريج|Anchorage|61.2 -149.9|ألاسكا,Alaska
فيربانكس|Fairbanks|64.8 -147.7
جونو|Juneau|58.3 -134.4
US Pacific/Honolulu
هونولولو|Honolulu|21.3 -157.9|هاواي,Hawaii
CA America/Toronto
أوتاوا|Ottawa|45.4 -75.7
تورنتو|Toronto|43.7 -79.4|تورونتو
مونتريال|Montreal|45.5 -73.6
كيبك|Quebec|46.8 -71.2|كيبيك
لندن (أونتاريو)|London (Ontario)|43.0 -81.2
هاميلتون|Hamilton|43.3 -79.9
CA America/Vancouver
فانكوفر|Vancouver|49.3 -123.1
فيكتوريا|Victoria|48.4 -123.4|Victoria BC
CA America/Edmonton
إدمونتون|Edmonton|53.5 -113.5|ألبرتا,Alberta
كالغاري|Calgary|51.0 -114.1
CA America/Winnipeg
وينيبيغ|Winnipeg|49.9 -97.1
CA America/Regina
ريجاينا|Regina|50.4 -104.6
ساسكاتون|Saskatoon|52.1 -106.7
CA America/Halifax
هاليفاكس|Halifax|44.6 -63.6
CA America/St_Johns
سانت جونز|St. John's|47.6 -52.7|نيوفاوندلاند,Newfoundland
CA America/Whitehorse
وايت هورس|Whitehorse|60.7 -135.1
GL America/Nuuk
نوك|Nuuk|64.2 -51.7
MX America/Mexico_City
مكسيكو سيتي|Mexico City|19.4 -99.1|مدينة المكسيك
غوادالاخارا|Guadalajara|20.7 -103.3
بويبلا|Puebla|19.0 -98.2
مونتيري|Monterrey|25.7 -100.3
ميريدا|Mérida|21.0 -89.6
MX America/Cancun
كانكون|Cancún|21.2 -86.9
MX America/Tijuana
تيخوانا|Tijuana|32.5 -117.0
MX America/Hermosillo
إرموسيو|Hermosillo|29.1 -111.0
MX America/Chihuahua
تشيواوا|Chihuahua|28.6 -106.1
MX America/Mazatlan
مازاتلان|Mazatlán|23.2 -106.4
GT America/Guatemala
مدينة غواتيمالا|Guatemala City|14.6 -90.5
BZ America/Belize
بلموبان|Belmopan|17.3 -88.8
SV America/El_Salvador
سان سلفادور|San Salvador|13.7 -89.2
HN America/Tegucigalpa
تيغوسيغالبا|Tegucigalpa|14.1 -87.2
NI America/Managua
ماناغوا|Managua|12.1 -86.3
غرناطة|Granada|11.9 -86.0
CR America/Costa_Rica
سان خوسيه|San José|9.9 -84.1|San Jose
PA America/Panama
مدينة بنما|Panama City|9.0 -79.5
CU America/Havana
هافانا|Havana|23.1 -82.4
JM America/Jamaica
كينغستون|Kingston|18.0 -76.8
HT America/Port-au-Prince
بورت أو برنس|Port-au-Prince|18.5 -72.3
DO America/Santo_Domingo
سانتو دومينغو|Santo Domingo|18.5 -69.9
PR America/Puerto_Rico
سان خوان|San Juan|18.5 -66.1
BS America/Nassau
ناساو|Nassau|25.0 -77.3
BB America/Barbados
بريدجتاون|Bridgetown|13.1 -59.6
TT America/Port_of_Spain
بورت أوف سبين|Port of Spain|10.7 -61.5
MQ America/Martinique
فور دو فرانس|Fort-de-France|14.6 -61.1
CW America/Curacao
فيلمستاد|Willemstad|12.1 -68.9
BM Atlantic/Bermuda
هاميلتون|Hamilton|32.3 -64.8|Hamilton Bermuda
CO America/Bogota
بوغوتا|Bogotá|4.7 -74.1
ميديين|Medellín|6.2 -75.6
كالي|Cali|3.4 -76.5
كارتاخينا|Cartagena|10.4 -75.5|قرطاجنة
بارانكيا|Barranquilla|11.0 -74.8|بارانكويلا
VE America/Caracas
كاراكاس|Caracas|10.5 -66.9
ماراكايبو|Maracaibo|10.6 -71.6
فالنسيا|Valencia|10.2 -68.0
ميريدا|Mérida|8.6 -71.1
GY America/Guyana
جورج تاون|Georgetown|6.8 -58.2
SR America/Paramaribo
باراماريبو|Paramaribo|5.9 -55.2
GF America/Cayenne
كايين|Cayenne|4.9 -52.3
EC America/Guayaquil
كيتو|Quito|-0.2 -78.5
غواياكيل|Guayaquil|-2.2 -79.9
PE America/Lima
ليما|Lima|-12.0 -77.0
كوسكو|Cusco|-13.5 -72.0
BO America/La_Paz
لاباز|La Paz|-16.5 -68.1
سانتا كروز|Santa Cruz|-17.8 -63.2
BR America/Sao_Paulo
برازيليا|Brasília|-15.8 -47.9
ساو باولو|São Paulo|-23.6 -46.6|سان باولو
ريو دي جانيرو|Rio de Janeiro|-22.9 -43.2|ريو,Rio
كوريتيبا|Curitiba|-25.4 -49.3
بورتو أليغري|Porto Alegre|-30.0 -51.2
فوز دو إيغواسو|Foz do Iguaçu|-25.5 -54.6
بيلو هوريزونتي|Belo Horizonte|-19.9 -43.9
BR America/Bahia
سلفادور|Salvador|-13.0 -38.5|باهيا,Bahia
BR America/Recife
ريسيفي|Recife|-8.1 -34.9
BR America/Fortaleza
فورتاليزا|Fortaleza|-3.7 -38.5
BR America/Belem
بيليم|Belém|-1.5 -48.5
BR America/Manaus
ماناوس|Manaus|-3.1 -60.0
BR America/Cuiaba
كويابا|Cuiabá|-15.6 -56.1
BR America/Rio_Branco
ريو برانكو|Rio Branco|-10.0 -67.8
PY America/Asuncion
أسونسيون|Asunción|-25.3 -57.6
UY America/Montevideo
مونتفيديو|Montevideo|-34.9 -56.2
AR America/Argentina/Buenos_Aires
بوينس آيرس|Buenos Aires|-34.6 -58.4|بوينوس آيرس
قرطبة|Cordoba|-31.4 -64.2|كوردوبا,Córdoba
روساريو|Rosario|-32.9 -60.7
مندوزا|Mendoza|-32.9 -68.8
أوشوايا|Ushuaia|-54.8 -68.3
CL America/Santiago
سانتياغو|Santiago|-33.4 -70.7|سانتياغو دي تشيلي
CL America/Punta_Arenas
بونتا أريناس|Punta Arenas|-53.2 -70.9
FK Atlantic/Stanley
ستانلي|Stanley|-51.7 -57.9
`;
