// Words by which a dateline is known: months and days, agencies, cities that often stand alone before a dash, and the
// labels of a wire that look like places and are none. Data only; a writer may add to any list.

export const months =
  'janvier janv jan février fevrier févr fév fevr mars mar avril avr mai juin juillet juil juill août aout septembre sept octobre oct novembre nov décembre decembre déc dec january february feb march april apr may june jun july jul august aug september sep october november december';

export const days =
  'lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun';

/** Compared without case. */
export const agencies = new Set(
  `afp|reuters|ap|associated press|the associated press|aap|aa|anadolu|abc|aci|adn|afx|agefi|agi|aki|ana|ani|ansa|anp|aof|apa|app|aps|
ats|awp|awp/afp|ats/afp|afp/ats|keystone-ats|belga|bloomberg|bta|business wire|businesswire|accesswire|actusnews wire|cision|cna|cnw|
cp|la presse canadienne|presse canadienne|pc|the canadian press|čtk|ctk|dow jones|agefi-dow jones|dow jones newswires|dpa|efe|europa press|
fides|france 24|globe newswire|globenewswire|hina|iana|ians|interfax|irna|isna|itar-tass|jiji|jiji press|kcna|kuna|kyodo|kyodo news|lusa|
map|marketwired|mena|mti|nan|newsfile corp.|nina|nna|npa|ntb|pa|pa media|pap|petra|pna|pr newswire|prnewswire|pti|qna|rfi|ria|ria novosti|
ritzau|rtr|sana|sapa|sda|spa|stt|tanjug|tap|tass|thomson reuters|thomson reuters foundation|tt|ukrinform|unb|uni|upi|vna|wafa|wam|
xinhua|yonhap|zonebourse|reuters breakingviews|libertify|relaxnews|boursier.com|cerclefinance.com|cercle finance|bfm bourse|option finance|newsmanagers|easybourse|zonebourse.com|agence france-presse|agence europe`
    .split('|')
    .map((name) => name.trim()),
);

/** Cities that make a dateline without date and agency: `PARIS - `. Compared without case. */
export const cities = new Set(
  `abidjan|abou dhabi|abu dhabi|abuja|accra|addis abeba|addis ababa|alger|algiers|amman|amsterdam|ankara|antananarivo|asunción|athènes|athens|
atlanta|auckland|bagdad|baghdad|bakou|baku|bamako|bangkok|bangui|barcelone|barcelona|beijing|belfast|belgrade|berlin|berne|beyrouth|
beirut|bogota|bogotá|bombay|bordeaux|boston|brasilia|brasília|bratislava|brazzaville|bruxelles|brussels|bucarest|bucharest|budapest|buenos aires|
calais|calcutta|caracas|casablanca|chicago|colombo|conakry|copenhague|copenhagen|cotonou|dakar|dallas|damas|damascus|davos|delhi|
détroit|detroit|dhaka|djakarta|djibouti|doha|dubaï|dubai|dublin|édimbourg|edinburgh|erevan|francfort|frankfurt|gaza|genève|geneva|
grenoble|guatemala|hambourg|hamburg|hanoï|hanoi|harare|helsinki|hong kong|hong-kong|houston|islamabad|istanbul|jakarta|jérusalem|jerusalem|
johannesburg|kaboul|kabul|kampala|karachi|khartoum|kiev|kigali|kinshasa|kyiv|la haye|la havane|la paz|lagos|lausanne|le caire|le cap|le havre|
libreville|lille|lima|limoges|lisbonne|lisbon|ljubljana|lomé|london|londres|los angeles|luanda|luxembourg|lyon|madrid|manille|manila|
marseille|mexico|mexico city|miami|milan|minsk|mogadiscio|mogadishu|montevideo|montpellier|montréal|montreal|moscou|moscow|mumbai|munich|nairobi|
nancy|nantes|naples|new delhi|new york|niamey|nicosie|nicosia|nouakchott|nouméa|oslo|ottawa|ouagadougou|panama|papeete|paris|pékin|
phnom penh|port-au-prince|prague|pretoria|pyongyang|québec|quito|rabat|rangoun|rennes|reykjavik|riga|rio de janeiro|riyad|riyadh|rome|
rotterdam|rouen|saint-denis|saint-étienne|saint-pétersbourg|san francisco|san josé|santiago|sao paulo|são paulo|sarajevo|séoul|seoul|shanghai|
singapour|singapore|skopje|sofia|stockholm|strasbourg|stuttgart|sydney|taipei|tallinn|tbilissi|tbilisi|téhéran|tehran|tel aviv|tirana|tokyo|
toronto|toulon|toulouse|tripoli|tunis|turin|valence|vancouver|varsovie|venise|vienne|vienna|vilnius|warsaw|washington|wellington|
windhoek|yaoundé|zagreb|zurich|l'aquila|le mans`
    .split('|')
    .map((name) => name.trim()),
);

/** What stands before a dash and is no place. Compared without case and accents. */
export const labels = new Set(
  `otan|nato|onu|un|ue|eu|usa|fmi|bce|fed|ocde|oms|who|omc|covid|covid-19|direct|en direct|live|analyse|analysis|interview|entretien|portrait|
reportage|enquete|opinion|tribune|edito|editorial|chronique|video|photo|photos|infographie|exclusif|exclusive|urgent|flash|alerte|alert|lead|
avant-papier|encadre|repere|reperes|chronologie|factbox|update|breaking|watch|explainer|focus|dossier|temoignage|temoignages|decryptage|
recit|synthese|resume|point|le point|mise a jour|actualise|actualisation|rectificatif|correction|precision|repetition|papier general|
football|foot|rugby|tennis|basket|handball|cyclisme|athletisme|natation|ski|golf|f1|formule 1|jo|ligue 1|top 14|euro|mondial|psg|om|ol|asse|
losc|bourse|economie|politique|monde|france|sport|culture|sante|justice|social|societe|meteo|climat|tech|ia|ai|wall street|cac 40|
janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|
november|december|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|
aujourd'hui|hier|demain|today|yesterday|note|nb|ps|source|sources|agenda|communique|press release|publie|publie le|par|by|vote|scrutin|resultats|greve|greves|crue|crues|manifestation|
elections|legislatives|municipales|presidentielle|europeennes|proces|guerre|attentat`
    .split('|')
    .map((name) => name.trim()),
);
