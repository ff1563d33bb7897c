// `CODE:adjective,people`: plurals in -s are made by rule. "English" is left out, being first of all a language.
export const ENGLISH_DEMONYMS = `
AE:Emirati AF:Afghan AL:Albanian AM:Armenian AO:Angolan AR:Argentine,Argentinian,Argentinean AT:Austrian AU:Australian,Aussie
AZ:Azerbaijani,Azeri BA:Bosnian BD:Bangladeshi BE:Belgian BF:Burkinabe BG:Bulgarian BH:Bahraini BI:Burundian BJ:Beninese
BO:Bolivian BR:Brazilian BW:Botswanan BY:Belarusian,Belarussian CA:Canadian CD:Congolese CH:Swiss CI:Ivorian CL:Chilean
CM:Cameroonian CN:Chinese CO:Colombian CU:Cuban CV:Verdean CY:Cypriot CZ:Czech DE:German DJ:Djiboutian DK:Danish,Dane DO:Dominican
DZ:Algerian EC:Ecuadorian,Ecuadorean EE:Estonian EG:Egyptian ER:Eritrean ES:Spanish,Spaniard ET:Ethiopian FI:Finnish,Finn
FJ:Fijian FR:French,Frenchman GA:Gabonese GB:British,Briton,Brit GE:Georgian GH:Ghanaian GM:Gambian GN:Guinean GR:Greek
GT:Guatemalan HN:Honduran HR:Croatian,Croat HT:Haitian HU:Hungarian ID:Indonesian IE:Irish IL:Israeli IN:Indian IQ:Iraqi
IR:Iranian IS:Icelandic,Icelander IT:Italian JM:Jamaican JO:Jordanian JP:Japanese KE:Kenyan KG:Kyrgyz KH:Cambodian KM:Comorian
KR:Korean KW:Kuwaiti KZ:Kazakh,Kazakhstani LA:Laotian LB:Lebanese LK:Lankan LR:Liberian LT:Lithuanian LV:Latvian LY:Libyan
MA:Moroccan MD:Moldovan ME:Montenegrin MG:Malagasy MK:Macedonian ML:Malian MM:Burmese MN:Mongolian MR:Mauritanian MT:Maltese
MW:Malawian MX:Mexican MY:Malaysian MZ:Mozambican NA:Namibian NE:Nigerien NG:Nigerian NI:Nicaraguan NL:Dutch,Dutchman
NO:Norwegian NP:Nepali,Nepalese NZ:Zealander OM:Omani PA:Panamanian PE:Peruvian PH:Filipino,Philippine PK:Pakistani PL:Polish,Pole
PS:Palestinian PT:Portuguese PY:Paraguayan QA:Qatari RO:Romanian RS:Serbian,Serb RU:Russian RW:Rwandan SA:Saudi SD:Sudanese
SE:Swedish,Swede SG:Singaporean SI:Slovenian,Slovene SK:Slovak,Slovakian SL:Leonean SN:Senegalese SO:Somali,Somalian
SV:Salvadoran SY:Syrian TD:Chadian TG:Togolese TH:Thai TJ:Tajik TM:Turkmen TN:Tunisian TR:Turkish,Turk TW:Taiwanese
TZ:Tanzanian UA:Ukrainian UG:Ugandan US:American UY:Uruguayan UZ:Uzbek VE:Venezuelan VN:Vietnamese XK:Kosovar,Kosovan
YE:Yemeni ZM:Zambian ZW:Zimbabwean
`;

// Stems before ـي where the rule (the name less its article and its ending ـيا، ـا، ـة، ـي) gives another or not the only one.
export const ARABIC_DEMONYM_STEMS = `
AE:إمارات AF:أفغان AM:أرمن,أرمين AT:نمساو AZ:أذربيجان,أذر BA:بوسن CD:كونغول CI:إيفوار,عاج CL:تشيل,شيل CZ:تشيك DK:دنمارك,دانمارك
DO:دومينيكان ES:إسبان,أسبان GB:بريطان HU:مجر,هنغار IE:أيرلند,إيرلند JP:يابان KR:كور KZ:كازاخستان,كازاخ KG:قرغيز,قيرغيز LK:سريلانك
MM:ميانمار,بورم NZ:نيوزيلند PE:بيروف PH:فلبين,فيليبين PS:فلسطين RU:روس SA:سعود SK:سلوفاك SY:سور TG:توغول TH:تايلاند,تايلند TJ:طاجيك
TR:ترك UA:أوكران US:أمريك,أميرك UY:أوروغويان UZ:أوزبك BD:بنغلاديش,بنغال IL:إسرائيل OM:عمان
`;

/** Broken plurals and other whole words for a people, articles included. */
export const ARABIC_PEOPLES = `
RU:الروس TR:الأتراك,أتراك MA:المغاربة,مغاربة TN:التوانسة AF:الأفغان IN:الهنود,هنود US:الأمريكان,الأميركان RS:الصرب
GR:اليونانيون KR:الكوريون DE:الألمان LY:الليبيون UA:الأوكران ES:الإسبان,الأسبان GB:البريطانيون SS:الجنوب سوداني AU:الأستراليون
`;

/**
 * Countries whose adjective is another word too, or that have none in use: مالي (financial), روماني (of Rome), قمري (lunar),
 * بنيني, and islands whose names are common words.
 */
export const NO_ARABIC_DEMONYM: ReadonlySet<string> = new Set(
  'ML RO KM BJ TO NU NR GU MO CW WS PW RE MQ GP VG VI'.split(' '),
);
