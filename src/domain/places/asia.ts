// In the form that arab-asia.ts describes. Where zones of one land have kept the same clocks for fifteen years, the better known one
// stands for all: it is one choice less for a reader.
export const ASIA = `
TR Europe/Istanbul
أنقرة|Ankara|39.9 32.9
إسطنبول|Istanbul|41.0 29.0|اسطنبول,استانبول,إستنبول
إزمير|Izmir|38.4 27.1
بورصة|Bursa|40.2 29.1
أنطاليا|Antalya|36.9 30.7
غازي عنتاب|Gaziantep|37.1 37.4|عنتاب
أضنة|Adana|37.0 35.3
طرابزون|Trabzon|41.0 39.7
ديار بكر|Diyarbakir|37.9 40.2
وان|Van|38.5 43.4
IR Asia/Tehran
طهران|Tehran|35.7 51.4
مشهد|Mashhad|36.3 59.6
أصفهان|Isfahan|32.7 51.7|اصفهان
شيراز|Shiraz|29.6 52.5
تبريز|Tabriz|38.1 46.3
الأهواز|Ahvaz|31.3 48.7|الاحواز,Ahwaz
قم|Qom|34.6 50.9
بندر عباس|Bandar Abbas|27.2 56.3
زاهدان|Zahedan|29.5 60.9
AF Asia/Kabul
كابل|Kabul|34.5 69.2|كابول
قندهار|Kandahar|31.6 65.7
هرات|Herat|34.3 62.2
مزار شريف|Mazar-i-Sharif|36.7 67.1
PK Asia/Karachi
إسلام أباد|Islamabad|33.7 73.1|إسلام آباد
كراتشي|Karachi|24.9 67.0
لاهور|Lahore|31.5 74.3
بيشاور|Peshawar|34.0 71.5
روالبندي|Rawalpindi|33.6 73.0
كويتا|Quetta|30.2 67.0
ملتان|Multan|30.2 71.5
حيدر آباد|Hyderabad|25.4 68.4|حيدر أباد
IN Asia/Kolkata
نيودلهي|New Delhi|28.6 77.2|دلهي,Delhi
مومباي|Mumbai|19.1 72.9|بومباي,Bombay
كلكتا|Kolkata|22.6 88.4|كولكاتا,Calcutta
تشيناي|Chennai|13.1 80.3|Madras
بنغالور|Bangalore|13.0 77.6|Bengaluru
حيدر آباد|Hyderabad|17.4 78.5|حيدر أباد
أحمد آباد|Ahmedabad|23.0 72.6|أحمد أباد
كوتشي|Kochi|10.0 76.3|كوشي,كيرلا,Kerala
لكناو|Lucknow|26.8 80.9
جايبور|Jaipur|26.9 75.8
سريناغار|Srinagar|34.1 74.8|كشمير,Kashmir
غواهاتي|Guwahati|26.1 91.7
BD Asia/Dhaka
دكا|Dhaka|23.8 90.4|داكا,Dacca
شيتاغونغ|Chittagong|22.3 91.8|Chattogram
LK Asia/Colombo
كولومبو|Colombo|6.9 79.9
NP Asia/Kathmandu
كاتماندو|Kathmandu|27.7 85.3|كتماندو,كاتمندو
BT Asia/Thimphu
تيمفو|Thimphu|27.5 89.6
MV Indian/Maldives
ماليه|Malé|4.2 73.5
UZ Asia/Tashkent
طشقند|Tashkent|41.3 69.2
سمرقند|Samarkand|39.7 67.0
بخارى|Bukhara|39.8 64.4
KZ Asia/Almaty
أستانا|Astana|51.2 71.4|أستانة,نور سلطان
ألماتي|Almaty|43.2 76.9|ألما آتا
شيمكنت|Shymkent|42.3 69.6
KG Asia/Bishkek
بيشكك|Bishkek|42.9 74.6|بشكيك
TJ Asia/Dushanbe
دوشنبه|Dushanbe|38.6 68.8
TM Asia/Ashgabat
عشق آباد|Ashgabat|37.9 58.4|عشق أباد
AZ Asia/Baku
باكو|Baku|40.4 49.9
GE Asia/Tbilisi
تبليسي|Tbilisi|41.7 44.8|تفليس
باتومي|Batumi|41.6 41.6
AM Asia/Yerevan
يريفان|Yerevan|40.2 44.5
MN Asia/Ulaanbaatar
أولان باتور|Ulaanbaatar|47.9 106.9|Ulan Bator
CN Asia/Shanghai
بكين|Beijing|39.9 116.4|Peking
شنغهاي|Shanghai|31.2 121.5|شانغهاي
غوانزو|Guangzhou|23.1 113.3|قوانغتشو,غوانغتشو,غوانجو
شنجن|Shenzhen|22.5 114.1|شينزن,شنتشن
ييوو|Yiwu|29.3 120.1|إيوو
ووهان|Wuhan|30.6 114.3
تشنغدو|Chengdu|30.7 104.1
شيان|Xi'an|34.3 108.9
تشونغتشينغ|Chongqing|29.6 106.6
هاربين|Harbin|45.8 126.5
أورومتشي|Urumqi|43.8 87.6
لاسا|Lhasa|29.7 91.1
كونمينغ|Kunming|25.0 102.7
HK Asia/Hong_Kong
هونغ كونغ|Hong Kong|22.3 114.2
MO Asia/Macau
ماكاو|Macau|22.2 113.5|Macao
TW Asia/Taipei
تايبيه|Taipei|25.0 121.6|تايبي
JP Asia/Tokyo
طوكيو|Tokyo|35.7 139.7
أوساكا|Osaka|34.7 135.5
كيوتو|Kyoto|35.0 135.8
ناغويا|Nagoya|35.2 136.9
سابورو|Sapporo|43.1 141.4
فوكوكا|Fukuoka|33.6 130.4
هيروشيما|Hiroshima|34.4 132.5
ناها|Naha|26.2 127.7|أوكيناوا,Okinawa
KR Asia/Seoul
سول|Seoul|37.6 127.0|سيول,سيئول
بوسان|Busan|35.2 129.1|Pusan
KP Asia/Pyongyang
بيونغ يانغ|Pyongyang|39.0 125.8
VN Asia/Ho_Chi_Minh
هانوي|Hanoi|21.0 105.8
مدينة هو تشي منه|Ho Chi Minh City|10.8 106.7|هو تشي منه,سايغون,Saigon,Ho Chi Minh
دا نانغ|Da Nang|16.1 108.2
TH Asia/Bangkok
بانكوك|Bangkok|13.8 100.5
بوكيت|Phuket|7.9 98.4
شيانغ ماي|Chiang Mai|18.8 99.0
KH Asia/Phnom_Penh
بنوم بنه|Phnom Penh|11.6 104.9
LA Asia/Vientiane
فيينتيان|Vientiane|18.0 102.6
MM Asia/Yangon
نايبيداو|Naypyidaw|19.8 96.1
يانغون|Yangon|16.9 96.2|رانغون,Rangoon
ماندالاي|Mandalay|22.0 96.1
MY Asia/Kuala_Lumpur
كوالالمبور|Kuala Lumpur|3.1 101.7
جورج تاون|George Town|5.4 100.3|بينانغ,Penang
جوهور باهرو|Johor Bahru|1.5 103.8
كوتا كينابالو|Kota Kinabalu|6.0 116.1
كوتشينغ|Kuching|1.6 110.3
SG Asia/Singapore
سنغافورة|Singapore|1.3 103.8
BN Asia/Brunei
بندر سري بغاوان|Bandar Seri Begawan|4.9 114.9
ID Asia/Jakarta
جاكرتا|Jakarta|-6.2 106.8|Djakarta
باندونغ|Bandung|-6.9 107.6
سورابايا|Surabaya|-7.3 112.7
ميدان|Medan|3.6 98.7
باندا آتشيه|Banda Aceh|5.6 95.3
بونتياناك|Pontianak|0.0 109.3
ID Asia/Makassar
ماكاسار|Makassar|-5.1 119.4
دينباسار|Denpasar|-8.7 115.2|بالي,Bali
باليكبابان|Balikpapan|-1.2 116.8
ID Asia/Jayapura
جايابورا|Jayapura|-2.5 140.7
PH Asia/Manila
مانيلا|Manila|14.6 121.0
سيبو|Cebu|10.3 123.9
دافاو|Davao|7.1 125.6
زامبوانغا|Zamboanga|6.9 122.1
TL Asia/Dili
ديلي|Dili|-8.6 125.6
`;
