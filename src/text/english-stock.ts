import { stemEnglish } from './english.ts';

/** Words that begin English sentences or stand in the names of institutions without being names themselves. */
const WORDS = `
about according account across act action activist actor actress add administration adult advance advice adviser advocate agency agent agreement
aid aim air aircraft airline airport alarm album alert all allegation alliance allow ally almost already although amount analysis analyst ancient
animal anniversary announce annual another answer anti appeal appear approval approve arab archaeologist archaeology area argument arm army around arrest
arrival art artist asian ask assembly assist association atlantic attack attempt attend attorney auction audience audit author authority autumn average
award baby back bag balance ban bank bar base basic battery battle bay beach bear beat become before begin behind benefit best between big bill billion bird
birth black blast blaze blind block blood blue board boat body bomb bond book border boy branch bread break bridge brief bring broad broadcast brother
budget build building burn bus business buy buyer cabinet cable call camera camp campaign cancer candidate capital captain car care career cargo case cash cause
cell central centre century ceremony chair chairman challenge champion championship chance change charge charity cheap check chief child choice church
cinema citizen city civil claim clash class classroom clean clear clergy climate clinic close clothing cloud club coach coal coalition coast code coffee cold
collect college comedy comet command commander comment commerce commission committee common community commuter company competition complaint computer concern concert
condition conference conflict congress conservator consider constitution construction consumer contest continent continue contract control cook
cool cooperative corporation cost council count country couple course court cover crash create credit crew crime crisis critic crop cross crowd crown culture cup currency current
customer cut cyclist daily damage dance danger data date daughter day deal death debate debt decade decision defence defender deficit degree delay delegate
delegation demand democracy demonstration deny department deposit deputy desert design designer detail develop development device diplomat director
disaster discover discovery discussion disease dispute district diver dividend doctor document dollar domestic door double draft drama drill drink drive driver drone drought drug
due dust duty early earn earth earthquake east eastern economic economist economy edition editor education effect effort eight election electric electricity
electronic eleven embassy emergency emission employee employer employment end energy engine engineer engineering enter entry environment equal equipment estimate
european evacuation even evening event every evidence exchange executive exercise exhibition exit expect expert explosion export extra eye face factory
failure fair faith fall family fan far fare farmer fashion fast father fear federal federation fee female ferry festival few field fifth fifty fight fighter figure
film final finance find fine fire firefighter firm first fiscal fish fisherman five flag fleet flight flood floor flow flu follow food football footballer force
forecast forecaster foreign forest form former forty forum foundation four fourth free freedom freeze fresh friend front frontier fuel full function fund funeral further
future gain game gap garden gas general generation girl global goal gold good government governor grain grand grant great green ground group grower growth guard guest guide gulf gun
half hall harbour hard harvest head headquarters health heart heat heavy height helicopter help heritage high highway hill hill historian history holiday home homeowner hope
horse hospital host hostage hot hotel hour house household housing human hundred hunger hurricane husband ice idea image impact import improve income increase
independence independent index industrial industry inflation inform information infrastructure injury inquiry insider inspector institute institution insurance insurer interest interim interior
international internet interview invest investigation investigator investment investor island issue item jail jar job join joint journal journalist journey judge
judgement junior jury justice keep key kidney killing kind kingdom knowledge labour laboratory lady lake land language large last late launch law lawmaker lawyer lead leader league learn least
leave left legal legislation less letter level liberal librarian library license life light lighting limit line list literature little live living load loan local long loss low lower
machine magazine mail main major majority make maker male man manager manufacturer many map march marine maritime market marriage mass match material mayor meal measure meat media
medical medicine medium meet meeting member memorial men merchant message metal meteorologist metre middle midnight might migrant migration mile military milk million mine miner
minister ministry minor minute mission mobile model modern moment money monitor month monument moon more morning mortgage most mother motion motor mountain movement multi
murder museum music musician name narrow nation national native natural nature naval navy near nearly need neighbour net network new news newspaper next night nine noble noise north northern
notice novel nuclear number nurse object observatory observer ocean office officer official oil old olympic one only open opening operation operator opinion opponent opposition option orchestra
order ordinary organiser organization origin outside over overall owner pacific page pain painter painting palace panel paper parent park parliament part participant partner party passage passenger
passport past path patient patrol pay payment peace penalty pension people per performance period permission permit person petition phone photo photograph physician physics picture pilot pipeline place plan
plane planner planning plant plastic platform play player plot poet poetry point police policy political politician poll pollution poor pope population port position possible post poverty power
practice prayer premier premiere preparation presence present president presidency press pressure price priest primary prime prince princess principal prison prisoner private prize probe problem produce producer product production
professor profit programme progress project promise property prosecution prosecutor protection protest protester province provincial public publication publisher pupil purchase
quake quality quarter queen question queue quick radio rail railway rain rainfall rally rare rate ratio reader real rebel recent recession record recovery red reduction referee referendum reform refugee
region regional register regulator relation relative release relief religion remain report reporter representative republic request rescue rescuer research researcher reserve
resident resistance resolution resource respondent response rest restoration result retail retailer retirement return revenue review revolution rice right ring rise risk river road robot robotics rock role room round route royal rule run
runner rural sail sailor salary sale sanction satellite save saving scene scheme scholar school science scientist score sea search season seat second secretary secretariat section sector security see
seller seminar senate senator senior sentence separate series service session set settlement seven seventh several severe shadow share shareholder shell shelter shepherd shift ship shipping shop shopper shopping short shot show side
sign signal silver similar simple since singer single sister site situation six sixth size sky sleep slow small smart smoke snow so social society software soil solar soldier solution some son song
soon sound source south southern space speaker special specialist specialty speech speed spending spokesman spokesperson spokeswoman sponge sport spring square stadium staff stage stamp standard star start state statement
station statistics statue stay steel step still stock stone stop storage store storm story strategy street strike strong structure student studio study style subject subsidy substitute success sugar
suit summer summit sun supply supplier support supporter supreme surface surgeon surgery surplus surprise survey survivor suspect symbol symphony system table talent talk tank tape target tariff task tax teacher team technical
technology teenager telecom telephone telescope television temperature temple ten tenant term terminal territory test theatre then theory third thirty thousand threat three thunder ticket tide time tiny title today
together tomorrow top total touch tour tourism tourist tournament tower town trade trader tradition traffic train trainer training tram transfer transition transport travel traveller treasury treatment treaty trend trial tribe
tribunal tribute trip troop tropical truck trust turn turnout turtle twelve twenty twice twin two union unit university update upper urban use user vaccine valley value van variety vehicle venue version vessel veteran
vice victim victory video view village villager violence virus visa visibility visit visitor voice volcano volume volunteer vote voter voting voyage wage walk wall war warm warning warship waste water wave way weak weapon
weather website wedding week weekend weight welcome welfare west western wheat while white whole wide widow wife wild wildlife win wind window wine winner winter woman women wood work worker working workshop world worry wreck
writer writing wrong yard year yesterday young youth zone zoo islamic muslim christian jewish federal mr mrs ms dr sir saint st eid ramadan christmas parliamentary congressional olympic olympics games none nobody everyone everybody someone somebody anyone nothing everything something each both either neither such these those there here their they he she it its his her we our you who what when where why how while during despite although because instead
up down fewer nearby along among amid until within once earlier later yet often alongside ahead prior upstream downstream beyond besides perhaps
rather thus towards unlike whereas whether beneath below beside except always never dozens
many much few little another others any all no not only just still even again also however meanwhile moreover nearly roughly approximately overnight elsewhere blacksmith goldsmith fisherman coordinator moderator commentator narrator administrator curator sculptor carpenter baker herder grocer tailor plumber tug tugboat mule weed
born built brought bought caught found fought given grown held kept known laid led left lost made meant met paid put seen sent set shown sold spent struck taken taught told torn won worn written celsius fahrenheit
`;

const STOCK: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/).map(stemEnglish));
/** Endings of words that are no names: walking, decided, decision, settlement, players, cities, slowly. */
const PLAIN_ENDING =
  /(?:ing|ted|ded|ned|red|led|sed|ced|ged|ped|ked|tion|sion|ment|ments|ers|ors|ists|ists|ies|ness|ity|ly|ous|ive|ful|less|able|ible|ism|ology|ance|ence|ship|ures?|smith|ist|ators?|icians?|makers?|keepers?|masters?|drivers?|eers?)$/;

/** Whether a normalised English word belongs to the stock of words that any news is written in. */
export function isEnglishStock(form: string): boolean {
  return STOCK.has(stemEnglish(form)) || (form.length > 5 && PLAIN_ENDING.test(form));
}
