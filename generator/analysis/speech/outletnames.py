"""Outlets by name: agencies, broadcasters, papers, magazines, sites. One a line; its other names after bars."""

LISTED = """
Reuters | Thomson Reuters
Associated Press | AP
AFP | Agence France-Presse | Agence France Presse
Bloomberg | Bloomberg News | Bloomberg Television | Bloomberg TV
United Press International | UPI
Australian Associated Press | AAP
Press Association | PA Media | PA news agency | PA
Canadian Press
Press Trust of India | PTI
Asian News International | ANI
Yonhap | Yonhap News Agency | Yonhap News
Kyodo | Kyodo News
Jiji | Jiji Press
Xinhua | Xinhua News Agency
TASS | Tass | Itar-Tass | ITAR-TASS
Interfax
RIA Novosti | RIA
Anadolu | Anadolu Agency
dpa | Deutsche Presse-Agentur
ANSA
EFE
IRNA
Fars | Fars News Agency
Tasnim
KCNA | Korean Central News Agency
Central News Agency
Antara
Bernama
Dow Jones | Dow Jones Newswires
MarketWatch
BBC | BBC News | BBC Sport | British Broadcasting Corporation | BBC Radio | BBC Radio 4 | BBC World Service | Newsnight
Sky News | Sky News Australia | Sky
Sky Sports | Sky Sports News
BT Sport
TNT Sports
ESPN
talkSPORT
ITV | ITV News
Channel 4 News | Channel 4
GB News
TalkTV
LBC | LBC Radio
CNN
Fox News | Fox | Fox Business | Fox News Sunday
MSNBC
CNBC
NBC | NBC News | Meet the Press
CBS | CBS News | 60 Minutes | Face the Nation
ABC | ABC News | Australian Broadcasting Corp | Australian Broadcasting Corporation | ABC Radio | ABC TV
NPR | National Public Radio
PBS | PBS NewsHour | NewsHour
C-SPAN
CBC | CBC News
CTV | CTV News
Global News
SBS | SBS News
Nine News | Channel Nine | Nine
Seven News | Channel Seven
Channel Ten
2GB
3AW
RNZ | Radio New Zealand
TVNZ | 1News | 1 News
Newshub
Stuff
Newstalk ZB
NHK
KBS
JTBC
CCTV | CGTN
RT | Russia Today
Al Jazeera
Al Arabiya
Al-Manar
RTE | RTÉ
France 24
France Inter
Radio France Internationale | RFI
BFM TV | BFMTV
TF1
Deutsche Welle | DW
ARD
ZDF
RAI
NOS
Voice of America | VOA
Radio Free Asia | RFA
Radio Free Europe | Radio Free Europe/Radio Liberty | RFE/RL
Euronews
The New York Times | New York Times | the Times | NYT
The Washington Post | Washington Post
The Wall Street Journal | Wall Street Journal | WSJ
Los Angeles Times
USA Today
The Boston Globe | Boston Globe
Chicago Tribune
Chicago Sun-Times
The Atlantic
The New Yorker | New Yorker
The Christian Science Monitor | Christian Science Monitor
Politico
Axios
The Hill
Time | Time magazine
Newsweek
Forbes
Fortune
Business Insider | Insider
BusinessWeek | Business Week | Bloomberg Businessweek
Barron's
Vanity Fair
Vogue
Rolling Stone
Wired
The Verge
TechCrunch
The Information
The Intercept
BuzzFeed | BuzzFeed News
HuffPost | Huffington Post | The Huffington Post
ProPublica
Vox
Slate
Salon
Semafor
Vice | Vice News
The Daily Beast | Daily Beast
Defense News
Breaking Defense
Defense One
Foreign Policy
Foreign Affairs
The Guardian | Guardian | Guardian Australia
The Observer
The Times
The Sunday Times | Sunday Times
The Daily Telegraph | Daily Telegraph | The Telegraph | Telegraph | Sunday Telegraph
The Independent
Financial Times | FT
The Economist | Economist
The Spectator
New Statesman
The Sun
Daily Mail | The Daily Mail | Mail on Sunday | MailOnline
Daily Express
Daily Mirror | The Mirror
Evening Standard
i newspaper
The Scotsman
The Irish Times | Irish Times
Irish Independent
Belfast Telegraph
The Australian
Australian Financial Review | The Australian Financial Review | AFR
The Sydney Morning Herald | Sydney Morning Herald | SMH
The Age
Herald Sun
The Courier-Mail | Courier-Mail
The West Australian
The Advertiser
Crikey
The Conversation
The Strategist
The New Zealand Herald | New Zealand Herald | NZ Herald
The Post
The Gazette
The Herald
The Journal
The Tribune
The Globe
The Star
The Chronicle
The Mail
The Express
The Standard
The Citizen
The Globe and Mail | Globe and Mail
Toronto Star
National Post
Nikkei | Nikkei Asia | Nihon Keizai Shimbun | Nikkei Asian Review
Yomiuri | Yomiuri Shimbun
Asahi | Asahi Shimbun
Mainichi | Mainichi Shimbun
Sankei | Sankei Shimbun
The Japan Times | Japan Times
The Korea Herald | Korea Herald
The Korea Times | Korea Times
Chosun Ilbo
JoongAng Ilbo
Dong-A Ilbo
Hankyoreh
South China Morning Post | SCMP
Global Times
People's Daily
China Daily
Caixin
The Paper
Taipei Times
The Straits Times | Straits Times
Channel NewsAsia | CNA
Jakarta Post
Bangkok Post
The Hindu
Times of India
Hindustan Times
Indian Express
The Wire
NDTV
Dawn
Haaretz
Jerusalem Post
Times of Israel
Yedioth Ahronoth
Le Monde
Le Figaro
Libération | Liberation
Les Echos
Le Parisien
Der Spiegel | Spiegel
Die Welt | Welt
Die Zeit
Bild | Bild am Sonntag
Frankfurter Allgemeine Zeitung | FAZ
Süddeutsche Zeitung | Sueddeutsche Zeitung
Handelsblatt
Corriere della Sera
La Repubblica
La Stampa
El País | El Pais
El Mundo
Folha de S.Paulo
O Globo
Kommersant
Izvestia
Novaya Gazeta
Vedomosti
Meduza
Kyiv Independent
Ukrainska Pravda
Gazeta Wyborcza
Politiken
Dagens Nyheter
Aftonbladet
Helsingin Sanomat
De Telegraaf
Hurriyet
Al-Ahram
Asharq Al-Awsat
"""
