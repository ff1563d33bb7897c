// In the form that arab-asia.ts describes.
export const OCEANIA = `
AU Australia/Sydney
كانبرا|Canberra|-35.3 149.1
سيدني|Sydney|-33.9 151.2
نيوكاسل|Newcastle|-32.9 151.8
AU Australia/Melbourne
ملبورن|Melbourne|-37.8 145.0
AU Australia/Brisbane
بريزبن|Brisbane|-27.5 153.0|بريسبان
غولد كوست|Gold Coast|-28.0 153.4
كيرنز|Cairns|-16.9 145.8
AU Australia/Adelaide
أديلايد|Adelaide|-34.9 138.6|أديليد
AU Australia/Perth
بيرث|Perth|-32.0 115.9
بروم|Broome|-18.0 122.2
AU Australia/Darwin
داروين|Darwin|-12.5 130.8
أليس سبرينغز|Alice Springs|-23.7 133.9
AU Australia/Hobart
هوبارت|Hobart|-42.9 147.3
AU Australia/Lord_Howe
جزيرة لورد هاو|Lord Howe Island|-31.6 159.1|Lord Howe
NZ Pacific/Auckland
ولنغتون|Wellington|-41.3 174.8|ويلينغتون
أوكلاند|Auckland|-36.8 174.8
كرايستشيرش|Christchurch|-43.5 172.6
هاميلتون|Hamilton|-37.8 175.3
PG Pacific/Port_Moresby
بورت مورسبي|Port Moresby|-9.4 147.2
SB Pacific/Guadalcanal
هونيارا|Honiara|-9.4 160.0
VU Pacific/Efate
بورت فيلا|Port Vila|-17.7 168.3
NC Pacific/Noumea
نوميا|Nouméa|-22.3 166.5
FJ Pacific/Fiji
سوفا|Suva|-18.1 178.4
TO Pacific/Tongatapu
نوكوالوفا|Nuku'alofa|-21.1 -175.2
WS Pacific/Apia
آبيا|Apia|-13.8 -171.8|أبيا
AS Pacific/Pago_Pago
باغو باغو|Pago Pago|-14.3 -170.7
TV Pacific/Funafuti
فونافوتي|Funafuti|-8.5 179.2
NR Pacific/Nauru
يارين|Yaren|-0.5 166.9
MH Pacific/Majuro
ماجورو|Majuro|7.1 171.4
PW Pacific/Palau
نجيرولمود|Ngerulmud|7.5 134.6
FM Pacific/Pohnpei
باليكير|Palikir|6.9 158.2
GU Pacific/Guam
هاغاتنا|Hagåtña|13.5 144.8
PF Pacific/Tahiti
بابيتي|Papeete|-17.5 -149.6|تاهيتي,Tahiti
CK Pacific/Rarotonga
أفاروا|Avarua|-21.2 -159.8
KI Pacific/Tarawa
تاراوا|Tarawa|1.4 173.0
KI Pacific/Kiritimati
كيريتيماتي|Kiritimati|1.9 -157.4|Christmas Island
`;
