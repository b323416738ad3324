namespace Sallyport.Detection.Injection;

/// <summary>
/// The words, without diacritics, each line after its concepts. A star ends a stem: anything may follow it.
/// Lines that start with ~ are of languages other than English.
/// </summary>
internal static class Lexicon
{
    public const string Words = """
        Dismiss: ignore ignoring disregard disregarding forget overlook neglect
        Dismiss: ignor ingore forgt forgett fogret disgard ignroe ignoer igonre inore hignore ignoe disreguard disregrad disreguarding unlearn
        Dismiss,Weak: override overriding bypass bypassing discard abandon dismiss supersede nullify circumvent
        Prior: previous previously prior above earlier preceding before foregoing beforehand former existing pervious previuos prevoius preceeding
        All: all any every everything anything whole entire
        Order: instruction instructions instruct prompt prompts directive directives guideline guidelines programming orders directions instuctions instrucitons insturctions intructions instructons
        Order,Tool: command commands
        Limit: norms prohibitions rulebook confines shackles limits boundaries rule rules policy policies restriction restrictions constraint constraints filter filters safeguards safety guardrail guardrails limitations moderation censorship ethics morals
        Limit: ethical moral considerations inhibitions taboo
        Told: told instructed said learned given taught programmed
        Reveal: reveal show print repeat output display share disclose leak expose dump recite
        Reveal,Weak: provide list confirm continue complete
        Reveal,Weak,Claim: state write say
        Claim: claim report announce return answer respond reply
        Work: algorithm implementation solution elucidation codebase
        Reveal,Inform: tell
        Reveal,Send: give
        System: system systems
        Switch: enter entering entered activate activating activated enable enabled enabling engage engaged initiate initiating
        Decode: decode decoding decipher deciphering decrypt unscramble deobfuscate
        We: we lets let us
        Store: database databases training memories
        Pay: pay tip donate bribe reward
        Opinion: thoughts opinion opinions
        Hidden: hidden initial original internal confidential starting secret full exact base
        Secret,Password: password passwords passphrase passcode
        Secret: credential credentials secrets token tokens apikey key keys
        Secret,Hidden: secret
        You: you your youre youve youd youll yours yourself u
        Now: now henceforth onwards onward hereafter today
        Become,Weak: are
        Become: act acts acting pretend pretending roleplay roleplaying become behave impersonate simulate emulate portray embody play respond assume
        Ai: chatgpt gpt ai ais assistants assistant llm chatbot claude gemini copilot codex openai anthropic bard chatgpts
        Ai,Weak: agent agents bot
        Unbound: rogue wicked unaligned unfettered unleashed unshackled ruthless unscrupulous sentient sentience uninhibited unethically heartless
        Unbound: unfiltered uncensored unrestricted unlimited unhinged unrestrained unbound unconstrained jailbroken jailbreak amoral lawless dan stan dude evil
        Not: mustnt not no never without dont doesnt wont cannot cant stop none neither nor isnt regardless irrespective disregards ignores
        Refuse: refuse refusals refuses refusing refusal decline declines deny denying apologize apologise warn warnings disclaimers disclaimer sorry reject rejecting hesitate
        User: user users human humans operator customer owner person
        Send: send post upload forward email mail exfiltrate transmit submit deliver
        Outside: external webhook http https url server endpoint
        Outside,Hostile: attacker attackers evil exfil exfiltration
        Data: data file files env environment conversation history records contents emails chat logs database memory value values details balance
        Tool: tool tools function functions script shell terminal
        Run: run execute call invoke use approve install perform load open delete
        Quietly: secretly silently quietly covertly stealthily discreetly
        About: example jailbreaks jailbreaking examples phrase phrases attack attacks detect detects detector detectors detection classify classified quote quotes quoted quoting article fixture fixtures sample samples pattern patterns flag flagged blocked documentation docs saying says injection injections malicious adversarial analyst analysts untrusted awareness benchmark owasp mitigate mitigation defend defense defenses defending prevent prevention postmortem changelog threat threats vulnerability vulnerabilities attempts attempt dataset research researchers guidance detecting assert test tests regex signature signatures payload payloads explains means called known term
        Mode: mode modes
        Reply: response responses reply replies answer answers message output
        Transform: encode encrypt translate reverse reversed backward backwards base64 cipher rot13 base16 base32 invert render shift substitution emoji modify enhance augment leetspeak poem acrostic haiku
        Add: add adding include including insert inserting append embed embedding integrate integrating incorporate incorporating mention suggest promote introduce employ utilize blend supplement supplementing inject
        Transform,Weak: french german spanish italian portuguese russian chinese japanese korean arabic hindi latin dutch polish turkish klingon pirate
        Order,Hidden: systemprompt systemprompts sysprompt
        Private: birth birthday birthdate lives live residence address balance balances salary phone location email initials income
        Suppose: imagine hypothetical hypothetically fictional world dystopian utopian alternate
        Suppose,Weak: suppose scene universe movie scenario story game simulation novel fiction screenplay fictitious
        Authority: administrator admin developer creator maker god president authority override sudo root superuser superior
        Follow: follows obeys follow obey comply adhere following abide respect
        Persona: character persona personas role alter ego
        Request: question questions request requests query queries
        Request: prompt prompts
        Understood: understand understood
        Content: webpage website page article paper resume document text table content contents context paragraph input inputs
        Wrong: expletive expletives swearing swears curse cursing curses vulgar obscene profane fuck fucking shit lewd horny hateful toxic inhumane immorality
        Wrong: phishing malware illegal unethical immoral nsfw harmful offensive profanity swear racist illegality hateful legality morality ethicality
        Learn: explain describes discuss describe how why essay difference generate create implement
        And: and then instead
        Approval: approval confirmation permission asking consent confirming
        Inform: telling informing notifying mentioning alerting mention inform notify alert warn
        What: what whats where whos who
        Always: always must
        Code: snippet excerpt block section code codes
        To: to
        I: i im my me
        Start: begin start starting prefix
        ~Dismiss: vergiss vergesse* missacht* ubergeh* oubliez oublie oublier ignorez ignora ignorad ignoren ignoriere ignoriert ignorieren ignoreer ignorare ignorer ignorar ignori ignoruj negligez negliger olvida olvidad olvide olvidar omite omita desoid* dimentic* trascur* esquec* desconsider* negeer* vergeet zignoruj* pomin zapomnij abaikan lupakan kalimutan baliwalain gormezden yoksay unut игнорир* проигнорир* забуд* забыт* пренебреги* ігноруй* αγνοη* αγνο* ξεχασ* تجاهل تغاضى انس अनदेखी अनदेखा उपेक्षा भूल উপেক্ষা ভুলে quen
        ~Not: ohne sans sem senza zonder bez без нет tanpa walang olmadan bilaa kein keine keinen keinerlei aucun aucune nessun nessuna ningun ninguna nenhum nenhuma geen никаких बिना ছাড়া بدون بلا khong
        ~What: bagaimana siapa ano anong sino saan nasaan nerede hangi nasil donde onde quem quien warum wo wer combien cuando ماذا أين كيف क्या कौन कहां कहाँ কী কি কোথায় 
        ~Private: vive viven lebt reside sinh nakatira kaarawan kapanganakan জন্ম জন্মদিন ব্যালেন্স الميلاد ولادة saldo bakiyesi dogumu почта почты инициалы initialen iniziali iniciales iniciais
        ~Transform: gedicht poeme poema poesia стих стихотворение хайку puisi tula siir siiri haikus acrostique acrostico akrostichon codificar encoder encodez kodieren kodiere verschlusseln traducir traduire traduisez ubersetzen ubersetze traduzir traduza tradurre traduci перевести переведите закодировать terjemahkan isalin cevir cevirin dich डीकोड अनुवाद অনুবাদ ترجمة ترجم رتيب
        ~Reveal,Weak: ecrivez ecris ecrire schreibe schreib schreiben escribe escriba escribir scrivi scrivere escreva escrever написать пишите напишите напиши tulis tuliskan isulat yaz yazin viet اكتب كتابة लिखें लिखो लिखिए লিখুন
        ~Authority: entwickler developpeur createur desarrollador creador desenvolvedor criador sviluppatore creatore разработчик создатель pengembang pencipta gelistirici* yaratici* المطور المنشئ डेवलपर निर्माता ডেভেলপার স্রষ্টা gott dieu dios deus бог tuhan tanri presidente president prasident президент polizist policier policia poliziotto полицейский polis ingenieur ingeniero
        ~Told: বলা বলেছি कहा बोला diberitahu sinabi soylenen söylenen
        ~Task: tareas tarea tarefas tarefa compiti taches tache aufgaben aufgabe задачи задач gorevler gorevlerden tugas gawain कार्यों कार्य
        ~Not: independentemente indipendentemente unabhangig independientemente independamment bagimsiz независимо terlepas
        ~Prior: ऊपर ऊपरी
        ~You: আপনাকে তোমাকে आपको तुम्हें ihnen dir
        ~Favourite: favorita favorito favori favorite lieblingsfarbe lieblings preferito preferita preferida любимый
        ~Permit: brauche benotige besoin necesito preciso bisogno нужен нужна нужно butuh kailangan أحتاج
        ~Limit: einschrankung* beschrankung* filtre* filtri filtros filtro* contrainte* фильтр* запрет* قيود القيود प्रतिबंध सीमा सीमाओं সীমাবদ্ধতা batasan pembatasan kisitlama* sinirlama* sinirsiz gioi han richtlinie*
        ~Hidden: initiales initiale initiaux inicial* iniciais iniziali iniziale ursprungliche* anfangliche* versteckte* geheime* oculta* oculto* ocultas nascost* начальн* изначальн* скрыт* awal tersembunyi gizli baslangic* الأولية السرية المخفية প্রাথমিক প্রারম্ভিক गोपनीय
        ~You: tuas teus teu vosso vossa свой свои свою своих вам вас тебе আপনার তোমার আপনি তুমি आपके आपका आपकी अपना अपने अपनी आप तुम्हारे तुम्हारा لك لديك cua iyo ninyo siz sizin
        ~I: ich soy sou mir mein meine meinen je moi mes mi mis mio mia miei meu minha ik mij mijn мне я мой моя saya aku ako bana benim मुझे मैं मेरा मेरे আমাকে আমি আমার لي أنا toi
        ~Ai: intelligenz inteligencia intelligenza kunstliche искусственный искусственным нейросеть yapay zeka kecerdasan الذكاء
        ~Claim: behaupte behaupten declarez declara declarar afirma afferma dichiara dichiarare indique indiquez affirme affirmez заяви заявите утверждай nyatakan belirt কহো बताएँ
        ~Content: webseite seite artikel pagina paginas page articulo articolo artigo documento dokument документ страницу страница статью статья halaman sayfa sayfayi makale صفحة الصفحة पेज पृष्ठ लेख
        ~Prior: vorherig* vorige* bisherig* obige* fruhere* precedent* anteriore* anterior* ci-dessus previas previos previa precedenti precedente sopra acima vorherig* eerdere vorige bovenstaande poprzedni* wczesniejsz* sebelumnya diatas atas nakaraang nauna onceki yukaridaki предыдущ* прежн* выше ранее προηγουμεν* παραπανω السابقة سابقة أعلاه قبل पिछले पिछली उपरोक्त पहले আগের পূর্ববর্তী উপরের উপরেরটি উপরোক্ত truoc tren reçu detto dicho
        ~All: alle alles sämtliche samtliche tout tous toutes todo todas todos todo tutto tutti tutte tudo semua lahat tum bütün butun все всё всех вс όλα ολα كل सभी সব সমস্ত tat moi wszystki*
        ~Order: anweisung* befehl* vorgaben consigne* instruccion* indicacion* istruzion* indicazion* instrucoes instrucao aanwijzing* opdracht* instrukcj* polecen* instruksi perintah tagubilin utos talimat* yonerge* инструкц* указани* команд* приказ* οδηγι* εντολ* التعليمات تعليمات الأوامر تعليماتك निर्देश* আদেশ নির্দেশ* huong lenh dan
        ~And: und et puis y luego e poi und dan daarna oraz и затем ve sonra και ثم और फिर এবং
        ~Limit: regel* beschrankung* regle* reglas restriccion* regole restrizion* regras restricoes zasad* aturan kural* правил* ограничен* κανον* القواعد नियम* নিয়ম* quy politique politica policy
        ~Told: gesagt dit dicho detto dito zei сказал* говорил* powiedzian* बताया বলা noi
        ~Reveal: affiche* verrate zeige gib sag teile nenne revele* montre* donne* dis partage* revela* muestra* dame dime comparte* rivela* mostra* dimmi condivid* diga revele compartilh* geef vertel deel pokaz podaj покажи раскрой скажи назови сообщи сообщите поделись tunjukkan berikan bagikan 
        ~System: systeme sistema systeem systemu системн* систем* sistem
        ~Secret,Password: passwort kennwort geheimschlussel contrasena* senha parola wachtwoord haslo пароль пароля парол* κωδικ* sifre sifreyi sifren kata-sandi sandi matkhau passe clave chiave chave секрет* ключ mot-de-passe mdp geheime secrete secreta segreta secreto segreto
        ~You: du dein deine deiner deinen deinem ihre ihr tu ton ta votre vos tes vous su tus te tuo tua tuoi tue vostro seu sua suas seus jij je jouw uw твой твои твоя ваш* ты anda kamu iyong senin
        ~Now: jetzt nun maintenant desormais ahora adesso agora nu voortaan теперь отныне sekarang ngayon simdi artik ora teraz
        ~Become: bist sei verhalte es etes eres seras actua finge sei comportati agisci aja voce doe ты действуй притворись jadilah
        ~What: wie welche* quel* cual* qual cosa wat welk* какой какая какие что где ποιο ما ما هو apa nedir
        ~Quietly: heimlich secretement secretamente segretamente тайно
        ~Send: sende schicke envoie* envoy* envia* envie invia inviare stuur verstuur отправ* kirim*
        ~User: benutzer* nutzer* utilisateur* usuario* utente gebruiker* uzytkownik* пользовател* kullanici* pengguna المستخدم उपयोगकर्ता ব্যবহারকারী* χρηστη
        ~Private: geburtsdatum geburtstag geburtsjahr kontostand wohnt wohnort telefonnummer gehalt cumpleanos nacimiento saldo direccion telefono naissance anniversaire solde habite nascita compleanno indirizzo abita nascimento aniversario endereco mora geboortedatum woont adres urodzenia mieszka рождения живет адрес баланс dogum dogdugu adresi bakiye* lahir alamat tinggal الرصيد رصيد ميلاد يعيش जन्म पता बैलेंस रहता
        ~Secret,Password: المرور पासवर्ड পাসওয়ার্ড khau hasla паролем
        ~Reveal: sagen geben mitteilen teilen dire partager donner decirme compartir dizer compartilhar condividere dirmi vertellen delen powiedziec udostepnic soyle* paylas* rasskaz* рассказать сообщить сказать поделиться poделитесь أخبرني إخباري تخبرني مشاركة बताएं बता बताओ बताइए साझा বলতে শেয়ার berbagi memberi bagikan cho
        ~Suppose: imaginez imaginons supposons supposez angenommen bayangkan misalkan imaginemos supongamos immaginate immagina immaginiamo supponiamo suponha suponhamos imaginem veronderstel varsayalim представьте представим предположим wyobraz wyobrazmy zalozmy φανταστειτε φανταστείτε تخيل لنفترض कल्पना
        ~Reveal: verraten nennen sabihin ibahagi
        ~Ai: assistent* l-assistant asistente assistente ии ассистент модель ki ia
        ~Reveal,Copy: repite repita repitan repetir repete repetez repeter ripeti ripetere wiederhole wiederholen wiederhol herhaal повтори повторите повторить ulangi ulangilah tekrarla tekrarlayin powtorz كرر كرري दोहराओ दोहराएं दोहराइए পুনরাবৃত্তি ulitin lap lai
        ~Reveal: muestrame ensename montrez affichez zeig ausgeben listez mostre mostrar exibir exiba imprime imprima mostrami elenca выведи выведите перечисли tampilkan tuliskan goster gosterin listele wypisz اعرض أظهر اطبع أعطني اعطني दिखाओ दिखाएं दिखाइए দেখাও দেখান ipakita dime dammi dammelo
        ~Refuse: negarte negarse rechazar rehusar refuser refusez ablehnen ablehn* verweigern weigern recusar recusa rifiutare rifiutarti отказ* отказывай* odmow* reddet* reddedemez* menolak tolak tumanggi رفض الرفض ترفض मना इनकार अस्वीकार প্রত্যাখ্যান weigeren weiger advertenc* avertissement* warnung* avvertenz* предупрежден*
        ~Not: nicht nao не ningun niet jangan tidak huwag لا ليس ممنوع मत नहीं না নেই
        ~Limit: limites censura censure zensur cenzur* цензур* sansur* limiti sinir* grenzen границ* رقابة حدود रोक सेंसर filtros morale etica ethik этик* أخلاق
        ~Unbound: ungefiltert unzensiert sinfiltro нецензур*
        ~Speak: responde responda respondas reponds repondez repondre antworte antworten beantworte risponde rispondi rispondere отвечай отвечайте ответь ответьте jawab jawablah cevapla cevap yanitla odpowiadaj أجب اجب أجيب जवाब उत्तर উত্তর sumagot antwoord
        ~Mode: modo modus режим* tryb modu وضع मोड মোড
        ~Switch: activa activez aktiviere schalte ative ativa attiva включи включите активируй aktifkan etkinlestir wlacz activeer فعل تفعيل चालू সক্রিয়
        ~Hidden: depart debut comienzo inicio anfang beginn comeco inizio начала शुरुआती शुरू البداية mulanya
        ~Content: texto texte testo tekst teks metin текст* النص पाठ লেখা
        ~Prior: encima arriba antes avant oben davor acima prima hierboven над до atasnya ustte ustteki yukarida قبلها عليا
        ~Fresh: nueva nuevo nuevas nuevos nouvelle nouveau nouvelles nova novo novas novos neue neuen neues nuova nuovo nuove nieuwe новая новую новое новые baru yeni nowe nowa جديدة الجديدة नया नई নতুন bagong
        ~Kin: abuela abuelita abuelo grandmere mamie papy oma opa grossmutter großmutter grosmutter avo vovo nonna nonno бабушк* дедушк* babcia nenek buyukanne* anneanne* جدتك جدتي الجدة दादी नानी ঠাকুমা দাদি lola
        ~Illicit: bomba bombas bombe бомбу бомба бомбы droga drogas drogue drogen наркотик* patlayici قنبلة متفجرات बम बोमा explosivos explosif sprengstoff взрывчатк*
        ~Become: finja fingir fais faites imagina fai fingi fingiti stell benimm spiel spiele interpreta interprete joue притворяйся представь تظاهر تصرف नाटक अभिनय magpanggap gibi
        ~User: clientes cliente kunden kunde clienti клиент* pelanggan musteri* klient* العملاء عملاء المستخدمين مستخدم ग्राहक ग्राहकों उपयोगकर्ताओं উপযোগকর্তা utilisateurs utenti
        ~Data: datos donnees daten dados dati данные данных verileri verisi veriler dane بيانات जानकारी डेटा তথ্য telefonos телефоны telefones numeros
        ~Else: otros otras autres outros outras anderen andere andrer altri altre других другого lain diger baska innych الآخرين آخر दूसरे अन्य অন্য ibang
        ~Riddle: letra letras lettre lettres buchstabe* buchstabier* soletre soletra deletrea deletrear epelle epeler lettera lettere буква букву буквам букв* harf harfi harfleri huruf حرفا حرف الحروف अक्षर অক্ষর ruckwarts reves atras envers rovescio наоборот задом terbalik tersten بالعكس उल्टा उलटा উল্টো iniciales acrostico rima rime rimes reim reimt рифм* indice pista hinweis dica suggerimento подсказк* petunjuk ipucu تلميح संकेत
        ~Hacked: हैक हैकिंग اختراق الاختراق مخترق
        ~Not: sin sem nem हटाए
        ~Limit: limites beschrankungen restricciones limitazion* limitac* vincol* ограничени* kisit* yasak* batas aturannya rajoit* قيد حد قوانين नियमों पाबंदी etik* ethique* eticos eticas
        ~Tell: dime dimmi diga dites sag скажи скажите назови сообщи beritahu katakan soyle soyler söyle sabihin أخبرني اخبرني قل बताओ बताइए बताएं বলো বলুন powiedz zeg vertel
        ~Give: dame deme donne donnez gib dammi dai дай дайте beri berikan verin أعطني اعطني أعطيتني اعطيتني أعطيني दो दीजिए দাও দিন bigyan daj geef
        ~Say: diga diz dis sag schreib schreibe escribe escreva ecris scrivi напиши скажи tulis katakan soyle اكتب قل लिखो लिखिए बोलो isulat
        ~Data: personales pessoais personnelles personlichen personenbezogen* personali личн* kisisel* الشخصية व्यक्तिगत pribadi
        ~Private: адреса телефоны телефон عناوين هواتف eposta почту correo courriel correio ciudad ville stadt citta cidade город* sehir* kota dob
        ~User: usuarios usuarias benutzern benutzers nutzern utilisateur пользователей kullanicilarin kullanicinin pengguna gumagamit
        ~Ai: एआई ذكاء
        ~System: systemanweisung* systemprompt* systemnachricht* systembefehl*
        ~Order: systemanweisung* systembefehl* instrucciones instrucoes
        ~Transform: traduis traduce traduza traduca ubersetz* переведи переводи terjemah* tercume تترجم अनुवाद
        ~Prior: darueber daruber
        ~Learn: explica explique erklare expliquer spiega объясни jelaskan acikla اشرح समझाओ
        ~Token: mensaje mensagem messaggio nachricht сообщени* رسالة संदेश सन्देश বার্তা pesan mesaj
        ~Persona: personaje personnage figur personagem personaggio персонаж* شخصية किरदार karakter tokoh villano vilao злодея
        ~Not: nunca jamas jamais niemals никогда कभी بدون asla
        ~Refuse: niega niegas niegue ablehnt verweigert nega отказывает menolak reddetmeyen
        ~Limit: normas normes diretrizes normen directrices قواعدك قواعد направляющ*
        ~Dismiss: beiseite отбрось отложи تخل تخلى छोड़ो छोड़कर छोड़ tinggalkan birak
        ~Reveal: раскрыть раскрой كشف اكشف أرني ارني revelar reveler verraten preisgeben rivelare mengungkapkan aciklamak बताना
        ~Task: задача задание مهمتك مهمة काम tugasmu gorevin
        ~Secret: السر سر रहस्य rahasia
        ~Mystery: secreta secreto secrete geheime geheimes segreta segreto тайн* секретн* gizli गुप्त السرية سرية rahasia lihim
        ~Tell: बताना rivela
        ~Memory: conversa conversacion gesprach conversazione разговор* беседы percakapan konusma المحادثة बातचीत
        ~Hidden: छिपे छिपा छिपी cachees cachee ocultas ocultos versteckten nascoste المخفي
        """;

    /// <summary>For scripts without spaces: looked for at each character.</summary>
    public const string Runs = """
        Dismiss: 忽略 无视 無視 忘记 忘記 忘掉 不要理会 不理会 忽視 忽视 忘れ 무시 잊어 잊고 ไม่สนใจ เพิกเฉย อย่าไปสนใจ ลืม
        Prior: 之前 以前 先前 上述 上面 前面 以上 上記 上の これまで 前の 이전 위의 앞의 ก่อนหน้า ข้างต้น
        All: 所有 一切 全部 すべて 全て 모든 모두 ทั้งหมด
        Order: 指令 指示 说明 說明 提示 命令 プロンプト 지시 명령 프롬프트 คำสั่ง คําสั่ง คําแนะนํา คำแนะนำ
        Limit: 规则 規則 限制 ルール 制限 규칙 제한 กฎ
        Reveal: 보여 透漏 แสดง 告诉 分享 提供 말해 공유 บอก 教え 告诉我 告訴我 透露 显示 泄露 教えて 見せて 알려 공개 บอกฉัน
        Reveal: แชร์
        Suppose: 想象 想像 假设 假設 仮に 가정해 상상해 สมมติ
        I: 나는 나에게 我 私
        Permit: 필요 需要 必要 ต้องการ
        Transform: 詩 诗 俳句 하이쿠 กลอน 翻訳 翻译 번역 逆順 倒序
        Reveal,Weak: 確認 确认 확인 ยืนยัน 写一 写首 写出 書いて 書く 써줘 써보 เขียน
        Authority: 開発者 开发者 開發者 创造者 作成者 개발자 창조자 ผู้พัฒนา ผู้สร้าง 总统 上帝 神だ
        Content: 내용 内容
        What: どこ 誰 어디 누구 ที่ไหน อะไร 谁
        Not: 没有 沒有 不受 无任何 なし ない 없는 없이 ไม่มี ปราศจาก
        Now: 现在 現在 从现在 今から 이제 지금 ตอนนี้ ต่อไปนี้
        Ai: 人工智能 人工智慧 人工知能 人工知性 인공지능 助手 アシスタント 어시스턴트 ผู้ช่วย
        Hidden: 初始 隐藏 隱藏 初期 隠し 초기 숨겨진 เริ่มต้น ที่ซ่อน
        Claim: 声明 聲明 述べ 진술
        Content: 网页 網頁 ウェブページ 웹페이지 หน้าเว็บ 文章 記事
        System: 系统 系統 システム 시스템 ระบบ
        Secret,Password: 密码 密碼 口令 密钥 パスワード 비밀번호 암호 รหัสผ่าน
        You: 你 您 あなた 당신 너의 คุณ
        And: 并 然后 然後 그리고 そして
        User: 用户 用戶 ユーザー 사용자 ผู้ใช้
        Private: 生日 余额 住址 住在 誕生日 生年月日 残高 住所 생일 생년월일 잔액 주소 วันเกิด ที่อยู่
        What: 什么 何です 무엇
        Reveal,Copy: 重复 重複 复述 繰り返 반복 ทำซ้ำ พูดซ้ำ
        Reveal: 显示 顯示 列出 输出 說出 说出 写出来 書いて 出力 출력 알려줘 보여줘 แสดงผล
        Refuse: 拒绝 拒絕 警告 断る 断って 拒否 거절 거부 ปฏิเสธ
        Not: 不要 不能 不可 别再 禁止 しないで ではなく 말고 하지마 금지 ห้าม อย่า
        Limit: 审查 審查 过滤 道德 制約 検閲 倫理 제약 검열 윤리 ข้อจำกัด จำกัด
        Reply: 回答 回应 答え 대답 답해 답변 ตอบ
        Mode: 模式 モード 모드 โหมด
        Switch: 进入 開啟 开启 启用 启动 有効に 켜줘 활성화 เปิดใช้ เปิด
        Hidden: 最初 初次 開始 原始 처음 최초 แรก
        Content,Token: 文本 文字 一文 テキスト 텍스트 글을 ข้อความ
        Prior: 以前の より前 ด้านบน
        Become: 扮演 假装 假裝 ふりを になりき แกล้ง สวมบทบาท
        Persona,Kin: 奶奶 祖母 外婆 おばあ 祖父 爷爷 할머니 할아버지 คุณยาย คุณย่า
        Wrong,Illicit: 炸弹 炸彈 毒品 爆弾 麻薬 폭탄 마약 ระเบิด ยาเสพติด
        User: 客户 客戶 顧客 고객 ลูกค้า
        Data: 个人信息 個人信息 个人资料 個人情報 개인정보 ข้อมูลส่วนตัว
        User,Else: 其他用户 其他人 别人 他のユーザー 他の人 คนอื่น ผู้ใช้อื่น ผู้ใช้คนอื่น
        Transform,Riddle: 字母 逐字 一文字 逆に 逆さ 反过来 倒过来 倒着 글자씩 거꾸로 ตัวอักษร ย้อนกลับ กลับหลัง
        Secret,Mystery: 秘密 暗号 暗语 暗語 비밀 ความลับ คำลับ
        Claim,Hacked: 入侵 被黑 黑客攻破 ハッキング ハック 해킹 ถูกแฮก แฮก
        Not,Quit: 无效 無效 作废 無効 무효
        Request,Task: 任务 任務 タスク 작업 임무 งานใหม่
        Now,Fresh: 新的 新しい 새로운 ใหม่
        Reveal,Tell: 告诉 告訴 教え 알려 말해 บอก
        Reveal,Give: 给我 給我 くれ 줘 ให้ฉัน
        Not: ないで 아무
        Limit: 约束 規約 ガイドライン 지침
        Order: 指示 指令 지침
        Private: 电话 邮箱 年龄 メールアドレス 電話番号 年齢 이메일 전화번호 나이 거주 도시 都市 城市 อีเมล เบอร์โทร เมือง ปีเกิด 誕生年 出生年份 出生 태어난
        Claim: 写道 とだけ 라고만 라고
        Transform: 翻訳 번역 翻译 拼写 猪拉丁
        Authority: 管理员 管理員 管理者 관리자 ผู้ดูแลระบบ 上司 警察 경찰 상사 ตำรวจ หัวหน้า 老板 老闆
        Transform,Riddle: 拼音 逆から ヒント 힌트 คำใบ้
        Limit: 政策 规范 規範 정책 นโยบาย
        Persona: 角色 反派 キャラクター 悪役 캐릭터 악당 배역 ตัวละคร ตัวร้าย
        Content,Token: 消息 讯息 メッセージ 메시지
        Become: 演じて 扮作 연기해
        Hidden: 隠され 隐含 숨은
        Not: 从不 从来不 绝不 決して 절대
        """;
}
