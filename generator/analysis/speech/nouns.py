"""Nouns that tell what a noun phrase names: a person without a name, an office, a body, a document. Plain lists."""

from generator.analysis.speech.lists import listed

PERSONS = listed("""
activist adviser advisor agent aide ambassador analyst archaeologist architect astronomer athlete attendant attorney
author banker barber biologist boss boy boyfriend broker brother builder bureaucrat businessman businesswoman buyer
campaigner candidate captain carer chef chemist child cleaner cleric clerk client climber colleague collector
commander commentator commuter competitor computer-scientist conservationist consultant consumer contractor cop
correspondent councillor councilman counsellor counselor critic customer cyclist daughter dealer defector defendant
deputy designer detective developer diplomat director doctor dissident donor driver economist editor educator employee
employer engineer entrepreneur envoy epidemiologist executive expert eyewitness fan farmer father fellow fighter
figure firefighter fisherman fishermen forecaster friend girl girlfriend grocer grower guard guest guide historian
homeowner host husband immigrant individual informant insider inspector insurer investigator investor islander
journalist judge juror labourer laborer landlord lawmaker lawyer leader lecturer legislator lobbyist local man manager
member merchant midwife migrant miner mother motorist musician negotiator neighbor neighbour nurse observer observer
officer official onlooker operator opponent organizer organiser owner painter paramedic parent parishioner participant
partner passenger passer-by pastor patient pensioner person pharmacist physician physicist pilot player plumber
policeman policewoman politician pollster porter priest producer professional professor programmer proponent
prosecutor protester protestor psychologist publisher pundit rancher reader realtor recruiter refugee regulator
reporter representative researcher resident retailer reviewer rival roofer sailor salesman saleswoman scholar
scientist secretary seller senator sergeant shopkeeper sibling sister skeptic sceptic skipper sociologist soldier
solicitor son source specialist spectator staffer staff strategist student subscriber supervisor supplier supporter
surgeon surveyor survivor suspect teacher technician teenager tenant therapist tourist trader trainer translator
traveler traveller tutor undergraduate user vendor veteran victim villager visitor voter waiter waitress welder
whistleblower widow widower wife witness woman worker writer youth youngster bloke fella lady gentleman veterinarian
vet welder operator forewoman foreman bidder detractor academic advocate airman applicant barrister believer bishop
boater bodyguard butcher baker cabbie caller cardiologist carpenter cashier caretaker celebrity civilian coach
co-worker coworker contributor convict creditor delegate demonstrator dentist driver's ecologist electrician emigre
entertainer enthusiast ex-minister exile exporter importer fisher forester freshman geologist graduate hacker handler
helper hunter hydrologist illustrator innkeeper inmate instructor intern interpreter inventor janitor keeper kid
lecturer librarian lifeguard logger machinist marine mechanic meteorologist mourner novelist nun nutritionist
oceanographer optician parliamentarian peer pedestrian peasant philosopher photographer planner poet preacher prisoner
psychiatrist publican quarterback rabbi ranger radiologist rebel reformer relative rescuer restaurateur runner
secretary-general shareholder shepherd shipper shopper singer smuggler sophomore speaker speculator sponsor
statistician stockbroker tailor taxpayer theorist toxicologist trucker trustee typist undertaker urologist virologist
vicar volunteer watcher whaler wholesaler winemaker workman yachtsman zoologist planner minister monarchist
nationalist conservative liberal democrat republican moderate hardliner pundit counterpart colleague insider grandson
granddaughter grandmother grandfather grandparent niece nephew cousin uncle aunt bus-driver minder handler neighbour
chairman chairwoman chair forecaster modeller modeler hotelier guardian mum mom dad
""")
"""Nobody knows who it is unless the article gives the name."""

IRREGULAR_PERSONS = listed("""
other people men women children police-officers firemen policemen businessmen salesmen clergy crew some others many
several
most few both one another someone somebody everyone everybody anyone nobody those wives youths folk folks families
insiders locals staff troops crowds gunmen airmen servicemen spokesmen congressmen clergymen two three four
""")

GROUPS = listed("""
group number majority minority dozens scores hundreds thousands some one two three four five six several many most few
all both none half member members pair couple team handful crowd coalition association any each another others
""")
"""An `of` after them says whom they mean: it stays."""

SPOKESPERSONS = listed("""
spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons representative representatives
""")

OFFICES = listed("""
president premier minister ministers chancellor governor mayor king queen pope secretary chairman chairwoman chair
chief commissioner treasurer judge justice ambassador leader leaders speaker commander director coach manager
attorney-general archbishop bishop emperor sultan emir prince princess principal captain general admiral
superintendent sheriff coroner ombudsman auditor regulator pm ceo executive senator congressman congresswoman
defendant comptroller magistrate whip envoy
""")
"""Alone, with `the` or an owner, they name one person: not anonymous."""

BODIES = listed("""
academy administration agency airline airlines alliance army assembly association authority authorities bank banks
board body branch brigade brokerage bureau business cabinet campaign carmaker automaker centre center chain charity
church city clinic club coalition college commission committee community company companies conglomerate congress
consortium consulate consultancy corporation council country court courts defence defense delegation department
developer directorate embassy exchange factory federation firm firms force forces foundation fund giant government
governments group groups guild headquarters hospital house industry inquiry institute institution junta jury kingdom
laboratory legislature lender library maker manufacturer mayor's military militia ministry mission monitor movement
museum navy network newspaper ngo office operator opposition orchestra organisation organization panel parliament
party parties partners pentagon police practice presidency press producer prosecution province railway regime regiment
retailer school schools secretariat senate service side sides society staff startup start-up state states studio
supplier syndicate team think-tank think thinktank treasury tribunal trust union unions university utility watchdog
allies ally nation nations countries capitals bloc opposition defence prosecution defense paper daily weekly magazine
broadcaster site website outlet agency channel station tabloid journal palace vatican faction junta monarchy
""")
"""A body that speaks as itself is named."""

DOCUMENTS = listed("""
account advertisement agreement analysis announcement article assessment audit ban banner bill blog book briefing
brief brochure bulletin cable census chart charter circular column communique communiqué complaint constitution
contract contracts data database declaration decree dispatch document documents dossier draft editorial e-mail email
estimate estimates figures filing filings finding findings forecast forecasts form guidance guidelines headline index
indictment inscription invitation judgment judgement law lawsuit leaflet ledger legend legislation letter letters
magazine manifesto memo memoir memorandum message minutes model note notice numbers opinion order page pamphlet paper
papers petition placard plan plaque poll polls post postcard poster presentation projections proposal prospectus
protocol ranking readout record records release report reports research resolution results review roadmap ruling rules
script sign signs slogan statement statements statistics study studies submission suit summary summons survey surveys
testimony text ticket transcript transcripts treaty tweet verdict version video warning website will wording yearbook
""")

TITLES = listed("""
Mr Mrs Ms Miss Mx Dr Sir Dame Lord Lady Baroness Baron Viscount Earl Rev Reverend Fr Father Sister Brother Rabbi
Imam Prof Professor Sen Senator Rep Representative Congressman Congresswoman Gov Governor Lt Lieutenant Gen General
Adm Admiral Brig Brigadier Maj Major Col Colonel Capt Captain Cmdr Commander Cdr Cdre Commodore Cpl Corporal Sgt
Sergeant Pvt Private Insp Inspector Supt Superintendent Det Detective Constable Chief Marshal President
President-elect Premier Prime Minister Deputy Secretary Undersecretary Under-Secretary Chancellor Treasurer
Ambassador Envoy Commissioner Chairman Chairwoman Chair Chairperson Speaker Judge Justice Magistrate Mayor
Councillor Councilman Councilwoman Alderman Sheriff Attorney Solicitor Counsel Prosecutor Director Director-General
Manager Coach Officer Technician Seaman Airman Specialist Class Spokesman Spokeswoman Spokesperson Archbishop Bishop
Cardinal Pastor Vicar Monsignor Hon Honourable Honorable Master Mesdames Messrs MP MEP MSP TD MLA Leader Whip
Executive CEO CFO COO CTO Founder Co-founder Economist Strategist Analyst Editor Principal Provost Rector Registrar
Sailor Sheikh Ayatollah Mullah Sultan Emir Comptroller Administrator Trooper Tánaiste Taoiseach Clerk PM Shri Mme
Mlle M. Herr Frau Señor Agent Patrolman Firefighter Nurse Coroner Warden Ranger Secretary-General Premier-elect
Chancellor-designate Chef Maestro Detective-Sergeant Deputy-Mayor Ex-President Senhor Scientist Engineer
""")
"""They stand before a name and are no part of it, with or without a full stop."""

DEPARTMENTS = listed("""
State Defense Defence Treasury Energy Health Education Labor Labour Trade Foreign Affairs Home Interior Justice
Industry Procurement Transport Transportation Commerce Agriculture Environment Finance Security Homeland Veterans
Housing Business Climate Immigration Culture Sport Science Technology Innovation Resources Water Space Cyber Climate
and for of the Economy Economic Development International Indo-Pacific Pacific Europe Employment Relations Work
Pensions Families Staff Exchequer Schools Communities Local Government Public Urban Human Services Intelligence
""")
"""Words of a portfolio, between an office and its holder's name: Secretary of State Blinken."""

MALE_WORDS = listed("""
man boy father son brother husband uncle nephew grandfather grandson king prince spokesman chairman policeman
fisherman salesman businessman congressman gentleman bloke fella widower councilman actor waiter mr sir lord dad
foreman
""")
FEMALE_WORDS = listed("""
woman girl mother daughter sister wife aunt niece grandmother granddaughter queen princess spokeswoman chairwoman
policewoman saleswoman businesswoman congresswoman lady widow councilwoman actress waitress mrs ms miss dame baroness
mum mom forewoman nun nurse
""")

NEWCOMERS = listed("""
a an one another some several two three four five many few most unnamed former both other
""")
"""Before an office or a people they speak of somebody in it, without a name: `a minister`, `some Americans`."""
OWNERS = listed("his her their its my our")
