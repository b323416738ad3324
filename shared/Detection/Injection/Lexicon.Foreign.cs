namespace Sallyport.Detection.Injection;

/// <summary>The words of other languages, folded as <see cref="Folding"/> folds: of Arabic without prefixes, of Indic scripts without the dot below.</summary>
internal static partial class Lexicon
{
    private const string Foreign = """
        ~Dismiss: vergiss vergesse* missacht* ubergeh* oubliez oublie oublier ignorez ignora ignorad ignoren ignoriere ignoriert ignorieren ignoreer ignorare ignorer ignorar
        ~Dismiss: ignori ignoruj negligez negliger olvida olvidad olvide olvidar omite omita desoid* dimentic* trascur* esquec* desconsider* negeer* vergeet zignoruj* pomin
        ~Dismiss: zapomnij abaikan lupakan kalimutan baliwalain gormezden yoksay unut игнорир* проигнорир* забуд* забыт* пренебреги* ігноруй* αγνο* ξεχασ* تجاهل تغاضي انس अनदेखी
        ~Dismiss: अनदेखा उपेक्षा भूल উপেক্ষা ভুলে quen beiseite отбрось отложи تخل تخلي छोडो छोडकर छोड tinggalkan birak laisse laissez lascia lasciate perdere deixa deixe buang
        ~Dismiss: buanglah singkirkan kesampingkan hiraukan acuhkan disregardin isantabi ipagwalang kaligtaan выбрось забей оставь опусти отмени ausser verwirf verwerf oubliees
        ~Dismiss: bosver yokmus dikkate اهمل اترك دعك انسي تجاهلي تناس* تخط* انبذ अवहेलना नजरअंदाज भुला भुलाकर भूलकर त्याग ভুল অগ্রাহ্য বাদ এডিযে oblie prescindi prescinde
        ~Dismiss: prescindere descarta descarte despreza vergess bo-qua quen-het quen-di phot-lo gat-bo
        ~Not: ohne sans sem senza zonder bez без нет tanpa walang olmadan bilaa kein keine keinen keinerlei aucun aucune nessun nessuna ningun ninguna nenhum nenhuma geen никаких
        ~Not: बिना ছাডা بدون بلا khong independentemente indipendentemente unabhangig independientemente independamment bagimsiz независимо terlepas nicht nao не niet jangan tidak
        ~Not: huwag لا ليس ممنوع मत नहीं না নেই sin nem हटाए nunca jamas jamais niemals никогда कभी asla keines wala tiada bukan belum yok hicbir degil olmayan olmaz غير دون ولا
        ~Not: لن لم ليست عديم निष् रहित मुक्त बगैर বিনা নয chang khongco khong-co khong-con khong-bi
        ~What: bagaimana siapa ano anong sino saan nasaan nerede hangi nasil donde onde quem quien warum wo wer combien cuando ماذا اين كيف क्या कौन कहां कहाँ কী কি কোথায wie
        ~What: welche* quel* cual* qual cosa wat welk* какой какая какие что где ποιο ما هو apa nedir la-gi dieu-gi cai-gi
        ~Private: telephone vive viven lebt reside sinh nakatira kaarawan kapanganakan জন্ম জন্মদিন ব্যালেন্স الميلاد ولاده saldo dogumu почта почты инициалы initialen iniziali iniciales
        ~Private: iniciais geburtsdatum geburtstag geburtsjahr kontostand wohnt wohnort telefonnummer gehalt cumpleanos nacimiento direccion telefono naissance anniversaire solde
        ~Private: habite nascita compleanno indirizzo abita nascimento aniversario endereco mora geboortedatum woont adres urodzenia mieszka рождения живет адрес баланс dogum
        ~Private: dogdugu adresi bakiye* lahir alamat tinggal الرصيد رصيد ميلاد يعيش जन्म पता बैलेंस रहता адреса телефоны телефон عناوين هواتف eposta почту correo courriel correio
        ~Private: ciudad ville stadt citta cidade город* sehir* kota dob direcciones adresse anschrift wohnadresse telefonnummern geburtsort ausweisnummer kreditkarte kontonummer
        ~Private: addresse adresses anniversaires salaire telefonica telefonico sueldo salario stipendio ingresos telefon telefonu telefonunu numarasi adresini adresinin
        ~Private: maasi yasi телефона номера паспорта зарплата живёт проживает родился telepon rumah umur ponsel rekening tirahan telepono edad suweldo عنوان هاتف هاتفها هاتفه
        ~Private: رقمه عمر راتب سكن يسكن بريد पते फोन मोबाइल उम्र वेतन ईमेल তন ঠিকানা ফোন মোবাইল নম্বর বযস বেতন ইমেইল থাকে diachi sdt dia-chi dien-thoai ngay-sinh so-du nam-sinh
        ~Private: so-nha bilancio balanse счет счете счёте बैंक-बैलेंस tai-khoan hesabi hesap-bakiyesi
        ~Transform: gedicht poeme poema poesia стих стихотворение хайку puisi tula siir siiri haikus acrostique acrostico akrostichon codificar encoder encodez kodieren kodiere
        ~Transform: verschlusseln traducir traduire traduisez traduzir traduza tradurre traduci перевести переведите закодировать isalin cevir cevirin dich डीकोड अनुवाद অনুবাদ
        ~Transform: ترجمه ترجم رتيب traduis traduce traduca ubersetz* переведи переводи terjemah* tercume تترجم codifie codifica codifique kodiert verschlussel verschlussle
        ~Transform: chiffre chiffrez cifra cifre criptografa sandikan enkripsi kodekan isasalin закодируй зашифруй kodla kodlayarak sifrele sifreleyerek cevirip شفر بترجمه एनकोड
        ~Transform: एन्कोड अनूदित कविता হাইকু এনকোড অনূদিত কবিতা हाइकु شعر قصيده هايكو pagsasalin salin dich-sang ma-hoa bai-tho
        ~Reveal,Weak: ecrivez ecris ecrire schreibe schreib schreiben escribe escriba escribir scrivi scrivere escreva escrever написать пишите напишите напиши tulis tuliskan
        ~Reveal,Weak: isulat yaz yazin viet اكتب كتابه लिखें लिखो लिखिए লিখুন
        ~Authority: entwickler developpeur createur desarrollador creador desenvolvedor criador sviluppatore creatore разработчик создатель pengembang pencipta gelistirici*
        ~Authority: yaratici* المطور المنشئ डेवलपर निर्माता স্রষ্টা gott dieu dios deus бог tuhan tanri presidente president prasident президент polizist policier policia
        ~Authority: poliziotto полицейский polis ingenieur ingeniero administrateur administratrice administratoren administratora админ* yonetici* admini administrador
        ~Authority: administradora administratore amministratore amministratrice amministratori programador programadora programmatore programmeur programmierer программист*
        ~Authority: директор* chefe jefe jefa direktor directeur direttore diretor inspecteur superviseur полковник pengelola pemilik tagapangasiwa tagapamahala pulis mudur
        ~Authority: muhendis polisim المدير مدير المسؤول مسؤول مشرف المشرف الشرطه شرطي مهندس المبرمج مطورك مالك एडमिन प्रशासक मालिक पुलिस अधिकारी मैनेजर प्रबंधक প্রশাসক মালিক
        ~Authority: পুলিশ কর্মকর্তা নির্মাতা ডেভেলপার* অ্যাডমিন quan-tri nha-phat nguoi-tao canh-sat giam-doc ky-su responsable responsabile leiter leiterin chefin
        ~Authority: verantwortlicher verantwortliche kepala pinuno amirah sef sefi amiri baskani руководитель начальник ответственный رئيس مسئول प्रमुख অফিসার প্রধান truong-bo
        ~Authority: truong-phong giam-sat beauftragter encargado encargada
        ~Told: বলা বলেছি कहा बोला diberitahu sinabi soylenen gesagt dit dicho detto dito zei сказал* говорил* powiedzian* बताया noi dijeron dijo disseram dissemos falaram dirent
        ~Told: befohlen diajarkan dikatakan diperintahkan diberikan disuruh sinabihan itinuro iniutos ibinigay дано дали велели велено приказали сказано учили soyledi soylediler
        ~Told: verilen verildi ogretilen قيل قالوا اخبروك علموك لقنوك বলেছে বলেছিল দেওযা দেযা শেখানো কহা कहे दिए सिखाया बताई duoc duoc-dan duoc-bao duoc-noi duoc-day duoc-giao
        ~Task: tareas tarea tarefas tarefa compiti taches tache aufgaben aufgabe задачи задач gorevler gorevlerden tugas gawain कार्यों कार्य задача задание مهمتك مهمه काम tugasmu
        ~Task: gorevin
        ~Prior: ऊपर ऊपरी vorherig* vorige* bisherig* obige* fruhere* precedent* anterior* ci-dessus previas previos previa sopra acima eerdere bovenstaande poprzedni* wczesniejsz*
        ~Prior: sebelumnya diatas atas nakaraang nauna onceki yukaridaki предыдущ* прежн* выше ранее προηγουμεν* παραπανω السابقه سابقه اعلاه قبل पिछले पिछली उपरोक्त पहले আগের
        ~Prior: পূর্ববর্তী উপরের উপরেরটি উপরোক্ত truoc tren recu detto dicho encima arriba antes avant oben davor prima hierboven над до atasnya ustte ustteki yukarida قبلها عليا
        ~Prior: darueber daruber ancien anciens ancienne anciennes alten vecchi vecchie antiguos antiguas viejos viejas antigos antigas velhas старые старых старым старой eski
        ~Prior: lama dating luma पुराने पुरानी पुराना পুরনো পুরোনো القديم القديمه سابقا السابق السابقين سبق قبله فوق بالاعلي kanina ibabaw itaas finora bisher zuvor vorher
        ~Prior: oberhalb jusqualors precede precedait раньше прошлые прошлых trước ouste adina पूर्व ইতিমধ্যে আগে উপরে উপর oncesinde oncesi ustundeki ustunde yukardaki onceden
        ~Prior: tadi disebutkan truoc-day truoc-do phia-tren o-tren ben-tren da-noi tac-cu dan-cu lenh-cu dinh-cu han-cu
        ~You: আপনাকে তোমাকে आपको तुम्हें ihnen dir tuas teus teu vosso vossa свой свои свою своих вам вас тебе আপনার তোমার আপনি তুমি आपके आपका आपकी अपना अपने अपनी आप तुम्हारे
        ~You: तुम्हारा لك لديك cua iyo ninyo siz sizin du dein deine deiner deinen deinem ihre ihr tu ton ta votre vos tes vous su tus te tuo tua tuoi tue vostro seu sua suas seus
        ~You: jij je jouw uw твой твои твоя ваш* ты anda kamu iyong senin deines eure euch ihrer contigo ikaw inyong sende senden sizden sizi seni تملكه عندك معك لديكم انت انتي
        ~You: اياك تعرفه तुझे तुझको तेरा तेरी तू तुमने आपने तुमको आपसे তোর তুই তোমাদের আপনাদের তোমায তুমিই cua-ban ban-la ban-co ban-duoc ban-se
        ~Favourite: favorita favorito favori favorite preferito preferita preferida любимый yeu-thich lieblings* preferee prefere colore couleur farbe warna kulay renk rengi цвет
        ~Favourite: पसंदीदा रंग প্রিয রঙ المفضل المفضله لون
        ~Permit: brauche benotige besoin necesito preciso bisogno нужен нужна нужно butuh kailangan احتاج autorise autorisation autorises autorisiere berechtigt berechtigung
        ~Permit: befugt erlaube befehle ordne verlange autorizzo autorizzazione autorizzato permesso ordino chiedo autorizo autorizacao permissao permiso autorizacion autorizado
        ~Permit: autorizada ordeno exijo ordonne dois приказываю разрешаю разрешение требую доступ авторизован надо izin diizinkan wewenang perlu memerintahkan membutuhkan
        ~Permit: pahintulot awtorisado inuutusan yetkim yetkili yetki izni lazim gerek gerekiyor emrediyorum مخول مصرح مصرحا صلاحيه اذن اسمح امرك مطلوب आवश्यकता जरूरत चाहिए अनुमति
        ~Permit: अधिकार आज्ञा অনুমতি প্রযোজন দরকার অধিকার phep quyen cho-phep can-biet uy-quyen duoc-phep co-quyen
        ~Limit: einschrankung* beschrankung* filtre* filtri filtro* contrainte* фильтр* запрет* قيود القيود प्रतिबंध सीमा सीमाओं batasan pembatasan richtlinie* regel* regle*
        ~Limit: reglas restriccion* regole restrizion* regras restricoes zasad* aturan kural* правил* ограничен* κανον* القواعد नियम* নিযম* politique politica limites censura
        ~Limit: censure zensur cenzur* цензур* sansur* limiti sinir* grenzen границ* رقابه حدود रोक सेंसर morale etica ethik этик* اخلاق limitazion* limitac* vincol* kisit* yasak*
        ~Limit: batas aturannya rajoit* قيد حد قوانين पाबंदी etik* ethique* eticos eticas normas normes diretrizes normen directrices قواعدك قواعد направляющ* reglamento tabous
        ~Limit: tabou freins schranken hemmungen beschrankt eingeschrankt moralisch* batasnya pantangan sensor limitasyon* patakaran* hadlang restriksyon* морал* рамк* الحدود
        ~Limit: الاخلاق الرقابه ضوابط حواجز सीमाएँ सेंसरशिप नैतिकता बंदिश* बंधन* সীমা* নৈতিকতা বিধিনিষেধ* বাধা* kiem duyet gioi-han quy-tac quy-dinh han-che rang-buoc kiem-duyet
        ~Limit: dao-duc luat-le
        ~Hidden: initiales initiale initiaux inicial* iniciais iniziali iniziale ursprungliche* anfangliche* versteckte* geheime* oculta* oculto* nascost* начальн* изначальн*
        ~Hidden: скрыт* awal tersembunyi gizli baslangic* الاوليه السريه المخفيه প্রাথমিক প্রারম্ভিক गोपनीय depart debut comienzo inicio anfang beginn comeco inizio начала शुरुआती
        ~Hidden: शुरू البدايه mulanya छिपे छिपा छिपी cachees cachee المخفي interne internes internen intern interner interno interna interni internas internos внутренн* panloob
        ~Hidden: dahili icsel الداخليه داخلي* आंतरिक অভ্যন্তরীণ noi-bo вшит* लुकानो লুকানো
        ~I: ich soy sou mir mein meine meinen je mes mi mis mio mia miei meu minha ik mij mijn мне я мой моя saya aku ako bana benim मुझे मैं मेरा मेरे আমাকে আমি আমার لي انا toi
        ~I: meiner uns nosotros nosso наш нам namin akin akong bize bizim الي لنا عندي हम हमें हमारे आमाके আমরা আমাদের আমায chung cho-toi toi-la cua-toi chung-toi
        ~Ai: intelligenz inteligencia intelligenza kunstliche искусственный искусственным нейросеть yapay zeka kecerdasan الذكاء assistent* l-assistant asistente ии ассистент
        ~Ai: модель ki ia एआई ذكاء roboter asistan asistani zekasin umela artificielle artificiale artificiali artificiell inteligensya бот чатбот робот مساعد المساعد روبوت
        ~Ai: الاصطناعي اصطناعي चैटबॉट असिस्टेंट सहायक কৃত্রিম চ্যাটবট সহকারী রোবট এআই trituenhantao tri-tue nhan-tao tro-ly
        ~Claim: behaupte behaupten declarez declara declarar afirma afferma dichiara dichiarare indique indiquez affirme affirmez заяви заявите утверждай nyatakan belirt কহো बताएँ
        ~Content: webseite seite artikel pagina paginas page articulo articolo artigo documento dokument документ страницу страница статью статья halaman sayfa sayfayi makale صفحه
        ~Content: الصفحه पेज पृष्ठ लेख texto texte testo tekst teks metin текст* النص पाठ লেখা
        ~All: alle alles samtliche tout tous toutes todo todas todos tutto tutti tutte tudo semua lahat tum butun все всё всех вс όλα ολα كل सभी সব সমস্ত wszystki* tat-ca toan-bo
        ~All: moi-thu moi-dieu
        ~Order: anweisung* befehl* vorgaben consigne* instruccion* indicacion* istruzion* indicazion* instrucoes instrucao aanwijzing* opdracht* instrukcj* polecen* instruksi
        ~Order: perintah tagubilin utos talimat* yonerge* инструкц* указани* команд* приказ* οδηγι* εντολ* التعليمات تعليمات الاوامر تعليماتك निर्देश* আদেশ নির্দেশ*
        ~Order: systemanweisung* systembefehl* ordre ordres commande commandes ordini ordine comandi comando comandos ordem ordens orden ordenes mandato mandatos weisungen weisung
        ~Order: vorgabe consigna consignas direktiven komut* emir emirler* direktif* arahan petunjuk titah panuto kautusan instruksyon* direktiba директив* инструктаж* التوجيهات
        ~Order: توجيهات ارشادات الارشادات تعليماتي تعليماته اوامر اوامرك प्रॉम्प्ट* आदेश* हिदायत* হুকুম* প্রম্পট* истеми istem istemi istemini istemin промпт* huong-dan chi-dan
        ~Order: chi-thi menh-lenh cau-lenh loi-nhac chi-lenh
        ~And: und et puis y luego e poi daarna oraz и затем ve sonra και ثم और फिर এবং
        ~Reveal: affiche* verrate zeige gib sag teile nenne revele* montre* donne* dis partage* revela* muestra* dame dime comparte* rivela* mostra* dimmi condivid* diga
        ~Reveal: compartilh* geef vertel deel pokaz podaj покажи раскрой скажи назови сообщи сообщите поделись tunjukkan berikan bagikan sagen geben mitteilen teilen dire decirme
        ~Reveal: compartir dizer dirmi vertellen delen powiedziec udostepnic soyle* paylas* rasskaz* рассказать сообщить сказать поделиться poделитесь اخبرني اخباري تخبرني مشاركه
        ~Reveal: बताएं बता बताओ बताइए साझा বলতে শেযার berbagi memberi verraten nennen sabihin ibahagi ensename zeig ausgeben listez mostre exibir exiba imprime imprima elenca
        ~Reveal: выведи выведите перечисли tampilkan tuliskan goster gosterin listele wypisz اعرض اظهر اطبع اعطني दिखाओ दिखाएं दिखाइए দেখাও দেখান ipakita dammi dammelo раскрыть
        ~Reveal: كشف اكشف ارني preisgeben mengungkapkan aciklamak बताना divulga divulgue divulguer devoile devoilez avoue confie offenbare offenbar preis verrat gestehe svela
        ~Reveal: sveli svelare confessa confida confesa desvela conta contame cuentame bocorkan ungkap ungkapkan sebutkan sebut perlihatkan keluarkan cetak ibunyag ibulgar ilantad
        ~Reveal: ipahayag ilabas выдай выдать выложи расскажи раскрывай открой напечатай распечатай aktar acikla itiraf dok yazdir افصح افش بح اكشفي اذكر اطلعني اعترف اعط وافصح
        ~Reveal: दिखा दिखाइये बतलाओ बताइये खोलो खोल जाहिर बताएँ প্রকাশ জানাও জানান বলে ফাঁস দেখা tiet-lo cho-biet hien-thi in-ra chia-se liet-ke cho-xem ke-ra livre communique
        ~Reveal: schildere entregame ruecke rausruecken consegna consegnami entreguem
        ~System: systeme sistema systeem systemu систем* sistem systemanweisung* systemprompt* systemnachricht* systembefehl* sistemin sistemi sistemini sistemik نظام النظام
        ~System: सिस्टम* সিস্টেম* thong he-thong
        ~Secret,Password: passwort kennwort geheimschlussel contrasena* senha parola wachtwoord haslo парол* κωδικ* sifre sifreyi sifren kata-sandi sandi matkhau passe clave
        ~Secret,Password: chiave chave секрет* ключ mot-de-passe mdp geheime secrete secreta segreta secreto segreto المرور पासवर्ड hasla passworts passworter kennworts kennworter
        ~Secret,Password: codewort* kodewort losungswort geheimwort* geheimcode contrasenia senhas motdepasse parolay parolan parolani parolanin parolasi sifreni sifrenin sifresi
        ~Secret,Password: kodeks kunci sandinya sandimu katasandi hudyat kontrasenya susi kodigo kode पासकोड पासफ्रेज कुंजी चाबी পাসওযার্ড* চাবি চাবিটি পাসকোড mat-khau mat-ma
        ~Secret,Password: mat-lenh chia-khoa zugangscode zugriffscode
        ~Now: jetzt nun maintenant desormais ahora adesso agora nu voortaan теперь отныне sekarang ngayon simdi artik ora teraz dorenavant sofort heute fortan adelante diante
        ~Now: впредь момента mulai bundan itibaren الان فصاعدا अब এখন এবার bay-gio tu-nay ke-tu tu-gio
        ~Become: bist sei verhalte es etes eres seras actua finge comportati agisci aja voce doe ты действуй притворись jadilah finja fingir fais faites imagina fai fingi fingiti
        ~Become: stell benimm spiel spiele interpreta interprete joue притворяйся представь تظاهر تصرف नाटक अभिनय magpanggap gibi joues incarne incarnez simule simulez agissez
        ~Become: verhalten verkorpere rollenspiel recita recitare fingere simulare interpretare actuar comporte comporta atue simular спой играй сыграй веди изображай изобрази
        ~Become: berpura bertindak berperan berlagak menjadi umarte gumanap maging magkunwari davran canlandir oyna taklit rolunu تصرفي مثل العب تقمص كن بن बन बनकर बनो बनिए स्वांग
        ~Become: ভান অভিনয হযে আচরণ dong-vai gia-vo
        ~Quietly: heimlich secretement secretamente segretamente тайно
        ~Send: sende schicke envoie* envoy* envia* envie invia inviare stuur verstuur отправ* kirim*
        ~User: benutzer* nutzer* utilisateur* usuario* utente gebruiker* uzytkownik* пользовател* kullanici* pengguna المستخدم उपयोगकर्ता ব্যবহারকারী* χρηστη clientes cliente
        ~User: kunden kunde clienti клиент* pelanggan musteri* klient* العملاء عملاء المستخدمين مستخدم ग्राहक ग्राहकों उपयोगकर्ताओं উপযোগকর্তা utenti usuarias senor senora
        ~User: senorita madame monsieur mme herrn signor signora signore senhor senhora господин* госпож* bey hanim beyin bapak ginoo ginoong ginang aling السيد السيده श्री
        ~User: श्रीमती जी জনাব জনাবা khach nguoi dung gumagamit* kostumer nguoi-dung khach-hang cua-anh cua-chi cua-ong
        ~Suppose: imaginez imaginons supposons supposez angenommen bayangkan misalkan imaginemos supongamos immaginate immagina immaginiamo supponiamo suponha suponhamos imaginem
        ~Suppose: veronderstel varsayalim представьте представим предположим wyobraz wyobrazmy zalozmy φανταστειτε φανταστείτε تخيل لنفترض कल्पना supon suponga supongase supondre
        ~Suppose: imaginer supposes admettons fantasie nehmen gesetzt annehmen immaginati ipotizza ipotizziamo ammettiamo pretendamos andaikan andai anggap anggaplah misalnya
        ~Suppose: isipin ipagpalagay kunwari kunyari halimbawang hayal hayali varsay diyelim допустим вообразим вообрази предположи представь افترض لنفرض تصور نفترض افرض तصور मान
        ~Suppose: मानो मानलो मानिए काल्पनिक কল্পনা ধরা ধরো ধরুন মনে কল্পিত hypothetisch hypothetique ipotetico hipotetico гипотетич* gia-su gia-dinh tuong-tuong
        ~Reveal,Copy: repite repita repitan repetir repete repetez repeter ripeti ripetere wiederhole wiederholen wiederhol herhaal повтори повторите повторить ulangi ulangilah
        ~Reveal,Copy: tekrarla tekrarlayin powtorz كرر كرري दोहराओ दोहराएं दोहराइए পুনরাবৃত্তি ulitin recopie recopiez recopier kopiere abschreiben ausgib wortwortlich ricopia
        ~Reveal,Copy: ricopiare trascrivi transcreva copia copie copiez reproduis riproduci reproduza salin salinlah duplikasi kopyala aktarip tekrar tekrarlar kopyahin kopya
        ~Reveal,Copy: перепиши скопируй воспроизведи процитируй дословно انسخ اعد اعاده नकल दोहरा दोहराना কপি পুনরাবৃত্ত হুবহু chep nhac lap-lai nhac-lai sao-chep chep-lai
        ~Refuse: negarte negarse rechazar rehusar refuser refusez ablehn* verweigern weigern recusar recusa rifiutare rifiutarti отказ* odmow* reddet* reddedemez* menolak tolak
        ~Refuse: tumanggi رفض الرفض ترفض मना इनकार अस्वीकार প্রত্যাখ্যান weigeren weiger advertenc* avertissement* warnung* avvertenz* предупрежден* niega niegas niegue verweigert
        ~Refuse: nega rifiuta rifiuti rifiutano tumatanggi tatanggi tanggi refusent recusas niegan откажешься откажи tu-choi
        ~Unbound: ungefiltert unzensiert sinfiltro нецензур* entfesselt ungebremst hemmungslos* debride debridee sfrenato sregolato desenfrenad* desbloquead* liberado liberada
        ~Unbound: raskованн* неограничен* свободный безнравственн* bebas sinirsiz* kuralsiz* filtresiz* sansursuz* ozgur متحرر بلاقيود असीमित निरंकुश अनियंत्रित বাধাহীন সীমাহীন
        ~Unbound: অবাধ scrupules scrupoli escrupulos skrupel скрупулов vicdansiz ahlaksiz konsensya bessovestn* беспринципн* разнузданн*
        ~Speak: responde responda respondas reponds repondez repondre antworte antworten beantworte risponde rispondi rispondere отвечай отвечайте ответь ответьте jawab jawablah
        ~Speak: cevapla cevap yanitla odpowiadaj اجب اجيب जवाब उत्तर উত্তর sumagot antwoord
        ~Mode: modo modus режим* tryb modu وضع मोड মোড
        ~Switch: activa activez aktiviere schalte ative ativa attiva включи включите активируй aktifkan etkinlestir wlacz activeer فعل تفعيل चालू সক্রিয
        ~Fresh: nueva nuevo nuevas nuevos nouvelle nouveau nouvelles nova novo novas novos neue neuen neues nuova nuovo nuove nieuwe новая новую новое новые baru yeni nowe nowa
        ~Fresh: جديده الجديده नया नई নতুন bagong
        ~Kin: abuela abuelita abuelo grandmere mamie papy oma opa grossmutter großmutter grosmutter avo vovo nonna nonno бабушк* дедушк* babcia nenek buyukanne* anneanne* جدتك
        ~Kin: جدتي الجده दादी नानी ঠাকুমা দাদি lola
        ~Illicit: bomba bombas bombe бомбу бомба бомбы droga drogas drogue drogen наркотик* patlayici قنبله متفجرات बम बोमा explosivos explosif sprengstoff взрывчатк*
        ~Data: datos donnees daten dados dati данные данных verileri verisi veriler dane بيانات जानकारी डेटा তথ্য telefonos телефоны telefones numeros personales pessoais
        ~Data: personnelles personlichen personenbezogen* personali личн* kisisel* الشخصيه व्यक्तिगत pribadi
        ~Else: otros otras autres outros outras anderen andere andrer altri altre других другого lain diger baska innych الاخرين اخر दूसरे अन्य অন্য ibang
        ~Riddle: letra letras lettre lettres buchstabe* buchstabier* soletre soletra deletrea deletrear epelle epeler lettera lettere букв* harf harfi harfleri huruf حرفا حرف
        ~Riddle: الحروف अक्षर অক্ষর ruckwarts reves atras envers rovescio наоборот задом terbalik tersten بالعكس उल्टा उलटा উল্টো iniciales acrostico rima rime rimes reim reimt
        ~Riddle: рифм* indice pista hinweis dica suggerimento подсказк* petunjuk ipucu تلميح संकेत epele epeles epellation initiales initiale voyelles verlan anfangsbuchstaben
        ~Riddle: silben bindestrich bindestrichen iniziali vocali sillabe sillaba compita acronimo deletrealo iniciais vogais rimar rimi rimando ejas eja mengeja dieja pantun
        ~Riddle: baybay baybayin pabaliktad pabaligtad baligtad titik baliktad heceleyerek hecele harflerini bulmaca bilmece ters наперед наперёд слогам загадк* зашифр* هجئ هجي
        ~Riddle: تهجئه تهج تهجي مقلوب* معكوس* بالمقلوب لغز احرف حرفه उलटकर उल्टे उलटे हिज्जे वर्ण अक्षरों পাঠ উল্টে উল্টোভাবে উলটো উলটে বর্ণ বর্ণগুলো অক্ষরগুলো বানান nguoc vần
        ~Riddle: nguoc-lai viet-nguoc chu-cai danh-van dao-nguoc cau-do goi-y vokal vokale vocal vocales vogal voyelle гласн* sesli unlu patinig asterisque asterisques asterisco
        ~Riddle: asterischi asteriscos sternchen stern звездочк* yildiz bintang indizio indizi pistas indicio palatandaan harften harfin harfini harfinin harfli hurufnya letrang
        ~Riddle: дефис* gitling tanda-baca shaddah স্বরবর্ণ ড্যাশ डैश स्वर gach-giua ডট
        ~Hacked: हैक हैकिंग اختراق الاختراق مخترق
        ~Tell: dime dimmi diga dites sag скажи скажите назови сообщи beritahu katakan soyle soyler sabihin اخبرني قل बताओ बताइए बताएं বলো বলুন powiedz zeg vertel बताना rivela
        ~Tell: contame cuentame dicas dizer dinos erzahl erzahle verrate raconte racontez confie racconta conta contar расскажи сообщай ответь sabihan sabi ikuwento ceritakan
        ~Tell: anlat anlatir bildir اخبر خبرني احك احكي قولي बोल सुनाओ जानाओ বলবে বলবেন জানাও জানান বলতে
        ~Give: dame deme donne donnez gib dammi dai дай дайте beri berikan verin اعطني اعطيتني اعطيني दो दीजिए দাও দিন bigyan daj geef donnes filez entregue entrega dammela
        ~Give: dammelo davvero выдай отдай ulas serahkan ibigay iabot اعط امنحني هات سلمني دیں देना दें সরবরাহ দিযে দিতে dua-cho cung-cap
        ~Say: diga diz dis sag schreib schreibe escribe escreva ecris scrivi напиши скажи tulis katakan soyle اكتب قل लिखो लिखिए बोलो isulat ecrit redige scrivimi escribeme
        ~Say: escribele tulisan ketik sumulat sabihin выпиши набери сочини yazip yazarak دون سجل लिख लिखकर লেখো লেখ লিখ লিখে লিখো viet viet-ra viet-mot
        ~Learn: explica explique erklare expliquer spiega объясни jelaskan acikla اشرح समझाओ expliquez erklaren pourquoi spiegami explicame como explicar ipaliwanag paano nasil
        ~Learn: обясни почему كيف كيفيه اشرحلي समझाएं कैसे তবে কীভাবে ব্যাখ্যা কিভাবে lam-the giai-thich nhu-the
        ~Token: mensaje mensagem messaggio nachricht сообщени* رساله संदेश सन्देश বার্তা pesan mesaj mot mots palabra palabras palavra palavras parolina wort worter worts kata
        ~Token: kelime kelimeyi kelimesi kelimenin salita слово слова словом фразу фраза frase frasi كلمه الكلمه عباره शब्द शब्दों वाक्य শব্দ শব্দটি বাক্য tu tu-bi cum-tu tin-nhan
        ~Token: van-ban
        ~Persona: personaje personnage figur personagem personaggio персонаж* شخصيه किरदार karakter tokoh villano vilao злодея protagonista heros papel ruolo rolle рол* tauhan
        ~Persona: kahraman* tokohnya دور بطل भूमिका नायक পাত্র চরিত্র* ভূমিকা* nhan-vat vai-tro pirata peretas хакер* হ্যাকার हैकर هاكر قرصان skrupelloser skrupellos
        ~Secret: السر سر रहस्य rahasia
        ~Mystery: secreta secreto secrete geheime geheimes segreta segreto тайн* секретн* gizli गुप्त السريه سريه rahasia lihim secretes segrete segreti geheimen geheimer geheimem
        ~Mystery: кодовое кодового кодовый gizlenen palihim classificada confidencial confidenziale confidentiel confidentielle vertraulich* конфиденциальн* خفيه geheim
        ~Mystery: geheimgehalten geheimzuhalten секрете sekretong rahasiakan merahasiakan سريا
        ~Memory: conversa conversacion gesprach conversazione разговор* беседы percakapan konusma المحادثه बातचीत
        ~Secret,Mystery: secreto secretos secretas segreti segredo segredos geheimnis geheimnisse geheimnissen секрет секреты тайна тайну тайны rahasianya rahasiamu sirri sirlar
        ~Secret,Mystery: sirrini sekreto lihim* السري سرا الاسرار اسرارك سرك राज गोपनीय* गुप्त गुपचुप গোপন গোপনীয রহস্য bi-mat
        ~Code: codigo codice kode kodenya kodu kodun kodunu код кода коду kodigo الرمز رمز الكود شفره कोड কোড কোডটি ma-bi
        ~Hint: premiere primera primeira erste ersten erster erstes letzte letzten derniere dernier ultimo primul первая первый первую первое последн* ilk unang huling pertama
        ~Hint: terakhir panjang longitud longueur lunghezza comprimento lange anzahl caracteres caratteri lettres букв символов длина الاول اول الاخير पहला पहली अंतिम आखिरी লম্বা
        ~Hint: প্রথম শেষ dau-tien cuoi-cung
        ~Suppose,Persona: histoire recit geschichte marchen erzahlung storia racconto favola fiaba historia cuento relato estoria conto рассказ сказку историю повесть cerita kisah
        ~Suppose,Persona: dongeng kuwento kwento hikaye masal قصه حكايه روايه कहानी किस्सा গল্প কাহিনী cau-chuyen truyen-ngan
        ~Quit: perime perimees caduques annulees annule caduc ungultig aufgehoben erloschen abgelaufen gelten hinfallig scadute decadute annullate valgono valgan valen vigor
        ~Quit: vigentes caducado caducadas anuladas vencidas expiraram valem canceladas revogadas действуют отменены отменяются недействительны аннулированы утратили berlaku
        ~Quit: dibatalkan dicabut batal usang umiiral pinawalang umiral gecerli gecersiz iptal kalkti ملغاه ملغيه الغيت انتهت تسري تنطبق صالحه ساريه मान्य रद्द लागू अमान्य खत्म
        ~Quit: বাতিল প্রযোজ্য কার্যকর hieu-luc vo-hieu het-han huy-bo
        ~Start: commence commencez debute debutez beginne beginnt beginnen starte anfangen inizia inizi comincia cominci empieza empiece comienza comience comece comeca inicie
        ~Start: inicia начни начните начинай начинать awali mulailah mulai diawali simulan umpisahan basla baslat ابدا ابدئي ابداي शुरू शुरुआत आरंभ শুরু আরম্ভ bat-dau mo-dau
        ~Reply: reponse reponses antwort antworten risposta risposte respuesta respuestas resposta respostas ответ ответа ответы jawaban jawabanmu jawabmu sagot tugon yanit yaniti
        ~Reply: yanitina yanitini cevap cevabi cevabini cevabina ردك رد جوابك اجابتك الرد اجابه जवाब उत्तर জবাব উত্তর উত্তরটি loi cau-tra tra-loi phan-hoi
        ~Only: wortlich textuellement letteralmente textualmente literalmente дословно persis eksakto aynen kelimesi حرفيا शब्दशः हूबहू হুবহু nguyen nguyen-van
        ~Decode: decodifica decodificar decodificare decodifique decodez dechiffre dechiffrer dechiffrez dekodiere dekodieren entschlussle entschlusseln entziffern decifra
        ~Decode: decifrare decifrar decifre descifra descifrar descodifica расшифруй расшифровать раскодируй декодировать декодируй dekode dekodekan mendekode uraikan pecahkan
        ~Decode: idecode mabasa coz cozebilir cozmek cozun فك تفك فكك فكوا डिकोड डीकोड ডিকোড giai-ma
        ~Pay: donare donero donerai donaria pagare doare doarei darei spenderei spende bezahle donnerai verserai paierai заплачу пожертвую bayar membayar menyumbang sumbangkan
        ~Pay: donasikan bibigyan magbibigay oderim bagislayacagim verecegim سادفع ساتبرع ساعطيك सूंगा दूंगा दान दूँगा দেব দান tra-tien quyen-gop
        ~If: wenn falls если kalau jika kung eger اذا لو अगर यदि যদি
        ~Asked: demande demanderais fragte fragen frage chiedessi preguntara preguntase pedisse perguntasse спросил спросят спросили bertanya meminta tinanong sorsam sorsaydim
        ~Asked: sorarsam سالتك طلبت पूछूँ पूछा পূছি জিজ্ঞাসা
        ~Reveal,Tell: cho-biet noi-cho ke-cho bao-cho noi-ra
        ~Longer: plus mehr piu больше lagi artik
        ~Schema: mindestens minimo minima almeno setidaknya sekurang-kurangnya minimum- bababa не-менее менее الاقل कम ন্যূনতম কমপক্ষে it-nhat trong-truong champs felder campos
        ~Schema: kolom поле поля столбец حقل sutun फील्ड ক্ষেত্র obligatoire obligatorio obbligatorio erforderlich wajib обязательно devuelve renvoie gibt-zuruck restituisce
        ~Schema: retorna возвращает dondurur olusturulur kuat sicheres sichere seguro sicura fuerte надежный надежного надёжный guclu قويه قوي मजबूत শক্তিশালী matibay
        ~Follow: suis suivre respecte respecter obeis obeir conforme tiens folge folgen befolge befolgen halte halten gehorche einhalten segui seguire rispetta rispettare obbedire
        ~Follow: obbedisci siga sigas seguir sigue obedecer obedece obedezcas respete respetes respectez obedeca respeite cumpra cumplas следуй следовать соблюдай соблюдать
        ~Follow: подчиняйся слушайся patuhi ikuti turuti menaati taati mematuhi sundin sumunod susundin uyma uy uyman itaat riayet تلتزم التزم تتبع اتبع تطع اطع मानो मानना पालन
        ~Follow: अनुसरण মেনে মানো মানবে অনুসরণ tuan-theo tuan-thu nghe-theo lam-theo
        ~Password: zugangscode zugriffscode zugangswort passcode-x codigo-de-acceso
        """;
}
