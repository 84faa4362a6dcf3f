"""Names that are no persons, and first names with the pronoun that they usually take. Plain lists."""

from generator.analysis.speech.lists import listed

PLACES = listed("""
Afghanistan Africa Albania Algeria America Americas Angola Argentina Armenia Asia Australia Austria Azerbaijan Bahrain
Bangladesh Belarus Belgium Bolivia Bosnia Botswana Brazil Britain Brunei Bulgaria Cambodia Cameroon Canada Chile China
Colombia Congo Croatia Cuba Cyprus Czechia Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Europe Fiji Finland
France Georgia Germany Ghana Greece Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland
Israel Italy Jamaica Japan Kazakhstan Kenya Kiribati Kosovo Kuwait Laos Latvia Lebanon Liberia Libya Lithuania
Luxembourg Malawi Malaysia Mali Malta Mexico Moldova Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru
Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palau Panama Paraguay Peru Philippines Poland Portugal
Qatar Romania Russia Rwanda Samoa Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden
Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tonga Tunisia Turkey Türkiye Tuvalu Uganda Ukraine Uruguay
Uzbekistan Vanuatu Venezuela Vietnam Wales Yemen Zambia Zimbabwe Washington London Canberra Wellington Ottawa Tokyo
Seoul Beijing Moscow Kremlin Paris Berlin Rome Madrid Delhi Jakarta Manila Hanoi Kyiv Kiev Ankara Tehran Jerusalem
Riyadh Cairo Nairobi Brussels Geneva Vienna Warsaw Prague Stockholm Oslo Copenhagen Helsinki Lisbon Athens Dublin
Pyongyang Taipei Hong Kong Islamabad Kabul Baghdad Damascus Havana Brasilia Caracas Bogota Lima Santiago Pretoria
Abuja Accra Suva Majuro Sydney Melbourne Brisbane Perth Adelaide Hobart Auckland Christchurch York Angeles Chicago
Boston Houston Dallas Atlanta Miami Detroit Philadelphia Seattle Denver Francisco Diego Vegas Manhattan Brooklyn
Hollywood California Texas Florida Ohio Michigan Illinois Pennsylvania Virginia Carolina Dakota Oregon Nevada Arizona
Utah Colorado Kansas Missouri Iowa Minnesota Wisconsin Indiana Kentucky Tennessee Alabama Mississippi Louisiana
Arkansas Oklahoma Montana Wyoming Idaho Maryland Delaware Jersey Connecticut Massachusetts Vermont Maine Hampshire
Hawaii Alaska Ontario Quebec Alberta Manitoba Queensland Victoria Tasmania Territory Manchester Birmingham Liverpool
Glasgow Edinburgh Cardiff Belfast Toronto Vancouver Montreal Mumbai Shanghai Osaka Kashmir Crimea Gaza Palestine Korea
Zealand Arabia Kingdom States Emirates Islands Island Ocean Sea Bay River Lake Mountain Mountains Valley Beach Coast
Strait Gulf Peninsula County City Town Village Street Avenue Road Square Park Hill Heights Airport Station Bridge
Harbour Harbor Port Hall Hotel Building Tower Castle Stadium Plaza North South East West Central Northern Southern
Eastern Western Downing Whitehall Westminster Pentagon Capitol Lanka Rica Leone Faso Africa Salvador Marshall Solomon
Caledonia January February March April May June July August September October November December Monday Tuesday
Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan Thanksgiving
""")
"""Words of places and of the calendar: a run of capitals that ends in one is no person, nor one that it begins."""

STATES = listed("""
U.S U.S. US UK U.K U.K. EU E.U USA UN U.N. U.N NATO Nato ASEAN G7 UAE UAE's DPRK ROK PRC
""")

BODY_WORDS = listed("""
Staff Command Fleet Unit Brigade Battalion Academy Administration Agency Airlines Airways Alliance Army Assembly
Association Authority Bank Board Bureau Cabinet Capital Center Centre Chamber Church Club College Commission
Committee Communications Companies Company Confederation Conference Congress Corp Corporation Corps Council Court
Defence Defense Department Dept Directorate Division Embassy Energy Enterprises Exchange Federation Force Forces
Foundation Fund Government Group Guard Holdings Hospital House Inc Industries Institute Institution International
Investments Laboratory Labs League Library Limited LLC LLP Ltd Magazine Maritime Medicine Ministry Motors Museum
Nations Navy Network News Newspaper Office Organisation Organization Parliament Partners Party Pentagon Plc PLC
Police Post Press Program Project Radio Research Review School Secretariat Security Senate Service Services Shipyard
Society Solutions Squadron Studios Systems Technologies Technology Television Times Treasury Treaty Tribunal Trust
Union United University Watch Works Yard Co Reserve Federal National Royal American Journal Tribune Herald Gazette
Act Agreement Summit Games Cup Festival Week Day Institutes Sciences Survey
""")
"""Words of organisations, treaties and events: a run of capitals that holds one is no person."""

DEMONYMS = listed("""
American Australian British Canadian Chinese Japanese Korean Russian French German Italian Spanish Indian Israeli
Iranian Iraqi Ukrainian Polish Turkish Greek Dutch Swedish Norwegian Danish Finnish Irish Scottish Welsh English
Mexican Brazilian European Asian African Arab Palestinian Pakistani Afghan Saudi Egyptian Syrian Kiwi Aussie Western
Eastern Muslim Christian Jewish Catholic Protestant Democratic Republican Conservative Labour Liberal Tory Democrat
Democrats Republicans Tories Liberals Conservatives Islamic Soviet Nazi Communist Socialist Congressional Whitehall
""")

MALE_NAMES = listed("""
Aaron Abdul Adam Ahmed Alan Albert Alejandro Alex Alexander Alfred Ali Andrew Andrei Angus Anthony Antonio Anton
Antony Arthur Artur Barack Barry Ben Benjamin Bernard Bill Bob Boris Brad Brendan Brett Brian Bruce Callum Carl Carlos
Charles Charlie Chris Christopher Clive Colin Craig Curtis Dale Dan Daniel Danny Darren Dave David Dean Delroy Dennis
Derek Dmitry Dmytro Donald Doug Douglas Duncan Ed Eddie Edward Emmanuel Eric Ernest Erik Eugene Evan Francis Francisco
Frank Franklin Fred Frederick Fumio Gareth Gary Gavin Geoff Geoffrey George Gerald Gerard Giorgio Glenn Gordon Graeme
Graham Greg Gregory Hamish Hans Harold Harry Hassan Henry Herbert Hideo Howard Hugh Hugo Ian Igor Imran Isaac Ivan
Jack Jacob Jacques Jake James Jamie Jason Javier Jean Jeff Jeffrey Jeremy Jerry Jerome Jim Jimmy Joe Joel John Johnny
Jon Jonathan Jorge Jose Joseph Josh Joshua Juan Julian Justin Karl Keir Keith Ken Kenneth Kevin Khalid Kim Kyle Lance
Larry Laurence Lawrence Lee Leo Leon Leonard Lewis Liam Lloyd Louis Luis Luke Malcolm Marc Marco Marcus Mario Mark
Martin Marvin Matt Matthew Maurice Max Michael Miguel Mike Mitch Mohamed Mohammad Mohammed Morris Muhammad Nathan Neil
Nicholas Nick Nicolas Nigel Noel Norman Oliver Omar Oscar Otto Owen Patrick Paul Pavel Pedro Pete Peter Phil Philip
Phillip Pierre Rahul Rajiv Ralph Ray Raymond Recep Rex Rhys Ricardo Richard Rick Rishi Rob Robert Roberto Robin Rod
Roger Roland Ron Ronald Ross Roy Russell Ryan Sam Samuel Scott Sean Sergei Shane Shigeru Shinzo Simon Stanley Stephen
Steve Steven Stewart Stuart Ted Terry Thomas Tim Timothy Tim Todd Tom Tomas Tony Trevor Troy Vernon Victor Vincent
Vladimir Volodymyr Wallace Walter Warren Wayne Wendell Will William Winston Xavier Yasser Yoshihide Yuri Zachary Xi
Narendra Joko Benjamin Naftali Kurt Rupert Rory Ruben
""")
FEMALE_NAMES = listed("""
Abigail Agnes Aisha Alexandra Alice Alicia Alison Allison Amanda Amelia Amina Amy Ana Andrea Angela Anita Ann Anna
Anne Annette Annie Anthea April Aroha Ashley Barbara Beatrice Bernadette Beth Betty Bonnie Brenda Bridget Camilla
Carla Carmen Carol Caroline Carolyn Catherine Cathy Celia Charlotte Cheryl Chloe Christina Christine Cindy Claire
Clara Claudia Connie Cynthia Danielle Dawn Deborah Debbie Denise Diana Diane Dominique Donna Dorothy Edith Eileen
Elaine Eleanor Elena Elizabeth Ella Ellen Emi Emily Emma Erica Erin Esther Eva Eve Fatima Felicity Fiona Florence
Frances Gabrielle Galina Georgina Gillian Gina Gladys Gloria Grace Greta Hannah Harriet Hayley Hazel Heather Helen
Helena Hilda Hilary Hillary Holly Imogen Ingrid Irene Iris Iryna Isabel Isabella Jacinda Jacqueline Jane Janet Janice
Jean Jeanne Jennifer Jenny Jess Jessica Jill Joan Joanna Joanne Josephine Joy Joyce Judith Judy Julia Julie Kamala
Karen Kate Katherine Kathleen Kathryn Kathy Katie Keola Kelly Kerry Kim Kimberly Kirsten Kristina Laura Lauren Leila
Leah Liivi Lillian Linda Lisa Liz Liz Lois Lorraine Louise Lucy Lusia Lydia Lynn Madeleine Maggie Margaret Maria Marie
Marie-Claude Marilyn Marine Marion Marjorie Martha Mary Maureen Megan Melanie Melissa Meredith Mia Michelle Mildred
Miriam Molly Monica Nadia Nancy Naomi Natalie Natasha Nicola Nicole Nina Nora Olga Olivia Pamela Patricia Paula
Pauline Peggy Penelope Penny Phyllis Polly Priscilla Priti Priya Rachel Rebecca Regina Rita Roberta Rosa Rose Rosemary
Roxanne Ruth Sally Samantha Sandra Sanna Sara Sarah Sharon Sheila Shirley Simone Sonia Sophia Sophie Stella Stephanie
Sue Susan Suzanne Sylvia Tamara Tania Tanya Teresa Theresa Tina Tracey Tracy Ursula Valerie Vanessa Vera Veronica
Victoria Violet Virginia Vivian Wendy Yvette Yvonne Zoe Penny Mette Giorgia Rosie Linda Kirsty Nikki
""")
