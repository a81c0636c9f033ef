<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
 <context>
  <name>AboutPanel</name>
  <message>
   <source>About this page</source>
   <translation>Über diese Seite</translation>
  </message>
 </context>
 <context>
  <name>AnswerForm</name>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>may stay empty</source>
   <translation>darf leer bleiben</translation>
  </message>
 </context>
 <context>
  <name>AnswerRow</name>
  <message>
   <source>key {0}</source>
   <translation>Taste {0}</translation>
  </message>
 </context>
 <context>
  <name>Answers</name>
  <message>
   <source>Accepted; {0} does it until {1}.</source>
   <translation>Angenommen; {0} erledigt es bis {1}.</translation>
  </message>
  <message>
   <source>An author asks for 20 minutes: {0}</source>
   <translation>Ein Autor bittet um 20 Minuten: {0}</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Declined: {0}</source>
   <translation>Abgelehnt: {0}</translation>
  </message>
  <message>
   <source>Heard as: “{0}” The rule is there for: {1}.</source>
   <translation>Verstanden als: „{0}“ Die Regel gibt es für: {1}.</translation>
  </message>
  <message>
   <source>It is in version {0}.</source>
   <translation>Es steht in Version {0}.</translation>
  </message>
  <message>
   <source>It is tested until {0}: {1}</source>
   <translation>Es wird bis {0} erprobt: {1}</translation>
  </message>
  <message>
   <source>It is tried out by {0} until {1}.</source>
   <translation>{0} probiert es bis {1} aus.</translation>
  </message>
  <message>
   <source>It solves it</source>
   <translation>Das löst es</translation>
  </message>
  <message>
   <source>Nobody will ask: {0}</source>
   <translation>Niemand wird fragen: {0}</translation>
  </message>
  <message>
   <source>Not quite</source>
   <translation>Nicht ganz</translation>
  </message>
  <message>
   <source>Not what I meant</source>
   <translation>Nicht, was ich meinte</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open the guide</source>
   <translation>Anleitung öffnen</translation>
  </message>
  <message>
   <source>The author asks: {0}</source>
   <translation>Der Autor fragt: {0}</translation>
  </message>
  <message>
   <source>The owner asks: {0}</source>
   <translation>Die zuständige Rolle fragt: {0}</translation>
  </message>
  <message>
   <source>The rule changes: {0}</source>
   <translation>Die Regel ändert sich: {0}</translation>
  </message>
  <message>
   <source>The rule goes: {0}</source>
   <translation>Die Regel fällt weg: {0}</translation>
  </message>
  <message>
   <source>The rule stays: {0}</source>
   <translation>Die Regel bleibt: {0}</translation>
  </message>
  <message>
   <source>The trial was changed; it runs until {0}.</source>
   <translation>Die Probeversion wurde geändert; sie läuft bis {0}.</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Verstanden</translation>
  </message>
  <message>
   <source>What do you want to add?</source>
   <translation>Was möchten Sie ergänzen?</translation>
  </message>
  <message>
   <source>Yes, that is my point</source>
   <translation>Ja, das meine ich</translation>
  </message>
  <message>
   <source>You asked: “{0}”. Here it is: {1}</source>
   <translation>Sie fragten: „{0}“. Hier ist es: {1}</translation>
  </message>
  <message>
   <source>You asked: “{0}”. There is no guide for now: {1}</source>
   <translation>Sie fragten: „{0}“. Dafür gibt es vorerst keine Anleitung: {1}</translation>
  </message>
  <message>
   <source>You said: “{0}”.</source>
   <translation>Sie schrieben: „{0}“.</translation>
  </message>
  <message>
   <source>Your story is in the report, without your name.</source>
   <translation>Ihre Geschichte steht im Bericht, ohne Ihren Namen.</translation>
  </message>
 </context>
 <context>
  <name>AskingController</name>
  <message>
   <source>, program {0}</source>
   <translation>, Programm {0}</translation>
  </message>
  <message>
   <source>, signed {0}</source>
   <translation>, gezeichnet {0}</translation>
  </message>
  <message>
   <source>Ask for this guide</source>
   <translation>Diese Anleitung wünschen</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Nothing fits? This is sent to {0}: “{1}”{2}.</source>
   <translation>Nichts passt? Das geht an {0}: „{1}“{2}.</translation>
  </message>
  <message>
   <source>Say it in other words; the foot of the window asks once more.</source>
   <translation>Sagen Sie es mit anderen Worten; unten im Fenster wird noch einmal gefragt.</translation>
  </message>
  <message>
   <source>Sending…</source>
   <translation>Wird gesendet …</translation>
  </message>
  <message>
   <source>The folder shows that it is from you.</source>
   <translation>Der Ordner zeigt, dass es von Ihnen ist.</translation>
  </message>
  <message>
   <source>Yes, that is my point.</source>
   <translation>Ja, das meine ich.</translation>
  </message>
  <message>
   <source>the shared folder</source>
   <translation>den gemeinsamen Ordner</translation>
  </message>
  <message>
   <source>your outbox, there is no shared folder yet</source>
   <translation>Ihren Ausgang, es gibt noch keinen gemeinsamen Ordner</translation>
  </message>
 </context>
 <context>
  <name>BlockMaker</name>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>must not be skipped</source>
   <translation>darf nicht ausgelassen werden</translation>
  </message>
 </context>
 <context>
  <name>Browse</name>
  <message>
   <source>{0} more: search…</source>
   <translation>{0} weitere: suchen …</translation>
  </message>
 </context>
 <context>
  <name>CanvasPlayer</name>
  <message>
   <source>Tab next box   Ctrl+Enter copy</source>
   <translation>Tab nächstes Feld   Strg+Eingabe kopieren</translation>
  </message>
  <message>
   <source>The boxes are in the clipboard.</source>
   <translation>Die Felder liegen in der Zwischenablage.</translation>
  </message>
  <message>
   <source>{0} of {1} boxes</source>
   <translation>{0} von {1} Feldern</translation>
  </message>
 </context>
 <context>
  <name>CapabilityController</name>
  <message>
   <source>Page (*.pdf);;Data (*.json)</source>
   <translation>Seite (*.pdf);;Daten (*.json)</translation>
  </message>
  <message>
   <source>Share as evidence</source>
   <translation>Als Nachweis weitergeben</translation>
  </message>
  <message>
   <source>Written to {0}</source>
   <translation>Gespeichert unter {0}</translation>
  </message>
  <message>
   <source>{0} could not be written: {1}.</source>
   <translation>{0} ließ sich nicht schreiben: {1}.</translation>
  </message>
 </context>
 <context>
  <name>CapabilityWindow</name>
  <message>
   <source>Course: {0}</source>
   <translation>Kurs: {0}</translation>
  </message>
  <message>
   <source>From what you did, on this computer only. Nobody else sees it.</source>
   <translation>Aus dem, was Sie getan haben, nur auf diesem Computer. Niemand sonst sieht es.</translation>
  </message>
  <message>
   <source>Helps others</source>
   <translation>Hilft anderen</translation>
  </message>
  <message>
   <source>I can</source>
   <translation>Ich kann</translation>
  </message>
  <message>
   <source>No doing of it is known yet.</source>
   <translation>Noch ist keine Anwendung bekannt.</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>Noch nicht</translation>
  </message>
  <message>
   <source>Nothing yet: open a guide, do the task, and say how it went.</source>
   <translation>Noch nichts: Öffnen Sie eine Anleitung, tun Sie es, und sagen Sie, wie es ging.</translation>
  </message>
  <message>
   <source>Once more without the page, on another day, and it counts.</source>
   <translation>Noch einmal ohne die Seite, an einem anderen Tag, dann zählt es.</translation>
  </message>
  <message>
   <source>Share as evidence…</source>
   <translation>Als Nachweis weitergeben …</translation>
  </message>
  <message>
   <source>What I can do</source>
   <translation>Was ich kann</translation>
  </message>
  <message>
   <source>With the page</source>
   <translation>Mit der Seite</translation>
  </message>
  <message>
   <source>Without help</source>
   <translation>Ohne Hilfe</translation>
  </message>
  <message>
   <source>a suggestion that is in the page</source>
   <translation>ein Vorschlag, der in der Seite steht</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>bestätigt</translation>
  </message>
  <message>
   <source>last shown in {0}</source>
   <translation>zuletzt gezeigt: {0}</translation>
  </message>
  <message>
   <source>shown</source>
   <translation>gezeigt</translation>
  </message>
  <message>
   <source>worked with a cue</source>
   <translation>klappte mit einem Stichwort</translation>
  </message>
  <message>
   <source>worked with the headlines</source>
   <translation>klappte mit den Überschriften</translation>
  </message>
  <message>
   <source>worked with the page</source>
   <translation>klappte mit der Seite</translation>
  </message>
  <message>
   <source>worked without the page</source>
   <translation>klappte ohne die Seite</translation>
  </message>
 </context>
 <context>
  <name>CheckInController</name>
  <message>
   <source>Begin, with what is recorded</source>
   <translation>Beginnen, mit dem Festgehaltenen</translation>
  </message>
  <message>
   <source>Did it, it came back</source>
   <translation>Getan, kam zurück</translation>
  </message>
  <message>
   <source>Did it, with the page</source>
   <translation>Getan, mit der Seite</translation>
  </message>
  <message>
   <source>Did it, without help</source>
   <translation>Getan, ohne Hilfe</translation>
  </message>
  <message>
   <source>Fewer</source>
   <translation>Seltener</translation>
  </message>
  <message>
   <source>From memory: {0}</source>
   <translation>Aus dem Kopf: {0}</translation>
  </message>
  <message>
   <source>Had it</source>
   <translation>Gewusst</translation>
  </message>
  <message>
   <source>Keep asking</source>
   <translation>Weiter fragen</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>No chance yet</source>
   <translation>Noch keine Gelegenheit</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>Noch nicht</translation>
  </message>
  <message>
   <source>Noted. Thank you.</source>
   <translation>Notiert. Danke.</translation>
  </message>
  <message>
   <source>Open the guide</source>
   <translation>Anleitung öffnen</translation>
  </message>
  <message>
   <source>Partly</source>
   <translation>Teilweise</translation>
  </message>
  <message>
   <source>Questions like this stayed open lately. How shall it go on?</source>
   <translation>Solche Fragen blieben zuletzt offen. Wie soll es weitergehen?</translation>
  </message>
  <message>
   <source>Show the answer</source>
   <translation>Antwort zeigen</translation>
  </message>
  <message>
   <source>Stop asking</source>
   <translation>Nicht mehr fragen</translation>
  </message>
  <message>
   <source>Tried, trouble</source>
   <translation>Versucht, Probleme</translation>
  </message>
  <message>
   <source>What happened? One line helps, Enter goes on without.</source>
   <translation>Was geschah? Eine Zeile hilft, die Eingabetaste geht ohne weiter.</translation>
  </message>
  <message>
   <source>d MMMM</source>
   <translation>d. MMMM</translation>
  </message>
  <message>
   <source>{0}: since {1}?</source>
   <translation>{0}: seit {1}?</translation>
  </message>
  <message>
   <source>“{0}” did not work. Look back on it in ten minutes?</source>
   <translation>„{0}“ hat nicht geklappt. In zehn Minuten darauf zurückblicken?</translation>
  </message>
 </context>
 <context>
  <name>ChecklistPlayer</name>
  <message>
   <source>Enter it is so   S skip   U undo   R copy the record</source>
   <translation>Eingabe es ist so   S auslassen   U zurück   R Protokoll kopieren</translation>
  </message>
  <message>
   <source>Enter one is true   C all are true   S skip   R copy the record</source>
   <translation>Eingabe eins stimmt   C alle stimmen   S auslassen   R Protokoll kopieren</translation>
  </message>
  <message>
   <source>The record is in the clipboard.</source>
   <translation>Das Protokoll liegt in der Zwischenablage.</translation>
  </message>
  <message>
   <source>Write it first: {0}</source>
   <translation>Schreiben Sie es zuerst: {0}</translation>
  </message>
  <message>
   <source>{0} of {1} done</source>
   <translation>{0} von {1} erledigt</translation>
  </message>
  <message>
   <source>{0}, {1} skipped</source>
   <translation>{0}, {1} ausgelassen</translation>
  </message>
 </context>
 <context>
  <name>ChecklistView</name>
  <message>
   <source>A</source>
   <translation>A</translation>
  </message>
  <message>
   <source>All {0} are true</source>
   <translation>Alle {0} stimmen</translation>
  </message>
  <message>
   <source>All {0} items are done.</source>
   <translation>Alle {0} Punkte sind erledigt.</translation>
  </message>
  <message>
   <source>C</source>
   <translation>C</translation>
  </message>
  <message>
   <source>Copy the record</source>
   <translation>Protokoll kopieren</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Enter keeps it, Esc goes back</source>
   <translation>Eingabe behält es, Esc geht zurück</translation>
  </message>
  <message>
   <source>It is so</source>
   <translation>Es ist so</translation>
  </message>
  <message>
   <source>It is true</source>
   <translation>Es stimmt</translation>
  </message>
  <message>
   <source>Must not be skipped</source>
   <translation>Darf nicht ausgelassen werden</translation>
  </message>
  <message>
   <source>Pause {0} of {1}</source>
   <translation>Pause {0} von {1}</translation>
  </message>
  <message>
   <source>R</source>
   <translation>R</translation>
  </message>
  <message>
   <source>S</source>
   <translation>S</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <source>The call: say each item aloud, then confirm what is true.</source>
   <translation>Der Aufruf: Sprechen Sie jeden Punkt laut, dann bestätigen Sie, was stimmt.</translation>
  </message>
  <message>
   <source>This item must not be skipped. If you still do, write why:</source>
   <translation>Dieser Punkt darf nicht ausgelassen werden. Tun Sie es doch, schreiben Sie, warum:</translation>
  </message>
  <message>
   <source>Why is it skipped? The reason stands in the record.</source>
   <translation>Warum wird er ausgelassen? Der Grund steht im Protokoll.</translation>
  </message>
  <message>
   <source>current item</source>
   <translation>aktueller Punkt</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>undo</source>
   <translation>zurück</translation>
  </message>
  <message>
   <source>write it here</source>
   <translation>hier schreiben</translation>
  </message>
  <message>
   <source>{0} done, {1} skipped.</source>
   <translation>{0} erledigt, {1} ausgelassen.</translation>
  </message>
  <message>
   <source>{0} more after this</source>
   <translation>danach noch {0}</translation>
  </message>
  <message>
   <source>{0} that must not be skipped</source>
   <translation>{0}, die nicht ausgelassen werden dürfen</translation>
  </message>
 </context>
 <context>
  <name>ChordText</name>
  <message>
   <source>Backspace</source>
   <translation>Rücktaste</translation>
  </message>
  <message>
   <source>Ctrl</source>
   <translation>Strg</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Ab</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Pos1</translation>
  </message>
  <message>
   <source>Insert</source>
   <translation>Einfg</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <source>PgDown</source>
   <translation>Bild ab</translation>
  </message>
  <message>
   <source>PgUp</source>
   <translation>Bild auf</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Druck</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Rechts</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Umschalt</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Auf</translation>
  </message>
 </context>
 <context>
  <name>Colophon</name>
  <message>
   <source>File:</source>
   <translation>Datei:</translation>
  </message>
  <message>
   <source>No longer true if:</source>
   <translation>Gilt nicht mehr, wenn:</translation>
  </message>
  <message>
   <source>Nobody is named as the owner.</source>
   <translation>Niemand ist als zuständig genannt.</translation>
  </message>
  <message>
   <source>Owner:</source>
   <translation>Zuständig:</translation>
  </message>
  <message>
   <source>Review:</source>
   <translation>Prüfung:</translation>
  </message>
  <message>
   <source>See also</source>
   <translation>Siehe auch</translation>
  </message>
  <message>
   <source>This page takes for granted</source>
   <translation>Diese Seite setzt voraus</translation>
  </message>
  <message>
   <source>Trial:</source>
   <translation>Erprobung:</translation>
  </message>
  <message>
   <source>Version:</source>
   <translation>Version:</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Was sich änderte</translation>
  </message>
  <message>
   <source>for {0} until {1}; it is to move: {2}</source>
   <translation>für {0} bis {1}; bewegen soll sie: {2}</translation>
  </message>
  <message>
   <source>next review by {0}</source>
   <translation>nächste Prüfung bis {0}</translation>
  </message>
 </context>
 <context>
  <name>DataController</name>
  <message>
   <source>Export my data</source>
   <translation>Meine Daten exportieren</translation>
  </message>
  <message>
   <source>Written to {0}</source>
   <translation>Gespeichert unter {0}</translation>
  </message>
 </context>
 <context>
  <name>DataWindow</name>
  <message>
   <source>Delete everything…</source>
   <translation>Alles löschen …</translation>
  </message>
  <message>
   <source>Delete for good</source>
   <translation>Endgültig löschen</translation>
  </message>
  <message>
   <source>Events, counts, backups: all of it. This cannot be undone.</source>
   <translation>Ereignisse, Zählungen, Sicherungen: alles. Das lässt sich nicht rückgängig machen.</translation>
  </message>
  <message>
   <source>Everything that is kept</source>
   <translation>Alles, was gespeichert ist</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren …</translation>
  </message>
  <message>
   <source>It lies on this computer only.</source>
   <translation>Es liegt nur auf diesem Computer.</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>My data</source>
   <translation>Meine Daten</translation>
  </message>
  <message>
   <source>Nothing is kept.</source>
   <translation>Nichts ist gespeichert.</translation>
  </message>
  <message>
   <source>Of {0} older ones only counts are left.</source>
   <translation>Von {0} älteren sind nur noch Zählungen da.</translation>
  </message>
  <message>
   <source>The history is switched off; nothing is added.</source>
   <translation>Der Verlauf ist ausgeschaltet; nichts kommt hinzu.</translation>
  </message>
  <message>
   <source>This is everything JITDesk has kept about what you did: {0} entries.</source>
   <translation>Das ist alles, was JITDesk über Ihr Tun gespeichert hat: {0} Einträge.</translation>
  </message>
 </context>
 <context>
  <name>EmptyField</name>
  <message>
   <source>You planned this.  Del: not any more</source>
   <translation>Das haben Sie geplant.  Entf: nicht mehr</translation>
  </message>
  <message>
   <source>{0}  Del: not here</source>
   <translation>{0}  Entf: hier nicht</translation>
  </message>
 </context>
 <context>
  <name>FieldForm</name>
  <message>
   <source>Aim: {0}</source>
   <translation>Ziel: {0}</translation>
  </message>
  <message>
   <source>How often?</source>
   <translation>Wie oft?</translation>
  </message>
  <message>
   <source>If it goes wrong?</source>
   <translation>Wenn es schiefgeht?</translation>
  </message>
  <message>
   <source>It changes?</source>
   <translation>Ändert es sich?</translation>
  </message>
  <message>
   <source>Situation</source>
   <translation>Situation</translation>
  </message>
  <message>
   <source>Time to look?</source>
   <translation>Zeit zum Nachsehen?</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Title: what to do, beginning with the verb</source>
   <translation>Titel: was zu tun ist, mit dem Verb</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>What people type</source>
   <translation>Was Leute tippen</translation>
  </message>
  <message>
   <source>What people type when they are stuck, one a line</source>
   <translation>Was Leute tippen, die nicht weiterkommen, eins je Zeile</translation>
  </message>
  <message>
   <source>When is this the right page?</source>
   <translation>Wann ist das die richtige Seite?</translation>
  </message>
  <message>
   <source>You ...</source>
   <translation>Sie ...</translation>
  </message>
  <message>
   <source>at least three lines, in their words</source>
   <translation>mindestens drei Zeilen, in deren Worten</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>wählen</translation>
  </message>
 </context>
 <context>
  <name>FilledText</name>
  <message>
   <source>The text as it will be copied</source>
   <translation>Der Text, wie er kopiert wird</translation>
  </message>
  <message>
   <source>What will be copied</source>
   <translation>Was kopiert wird</translation>
  </message>
 </context>
 <context>
  <name>Findings</name>
  <message>
   <source>Answer the four questions above the steps.</source>
   <translation>Beantworten Sie die vier Fragen über den Schritten.</translation>
  </message>
  <message>
   <source>F8 goes there   Ctrl+M mends what it can</source>
   <translation>F8 geht dorthin   Strg+M behebt, was es kann</translation>
  </message>
  <message>
   <source>Nothing to mend: it can be published.</source>
   <translation>Nichts zu beheben: Sie kann veröffentlicht werden.</translation>
  </message>
  <message>
   <source>Say in one sentence when this is the right page.</source>
   <translation>Sagen Sie in einem Satz, wann das die richtige Seite ist.</translation>
  </message>
  <message>
   <source>To mend</source>
   <translation>Zu beheben</translation>
  </message>
  <message>
   <source>Write a title that begins with what to do.</source>
   <translation>Schreiben Sie einen Titel, der sagt, was zu tun ist.</translation>
  </message>
  <message>
   <source>Write three lines as a stuck person would type them.</source>
   <translation>Schreiben Sie drei Zeilen, wie jemand sie tippt, der nicht weiterkommt.</translation>
  </message>
  <message>
   <source>{0} to look at</source>
   <translation>{0} anzusehen</translation>
  </message>
  <message>
   <source>{0} to mend before it is published</source>
   <translation>{0} vor dem Veröffentlichen zu beheben</translation>
  </message>
  <message>
   <source>{0}, line {1}</source>
   <translation>{0}, Zeile {1}</translation>
  </message>
 </context>
 <context>
  <name>FixController</name>
  <message>
   <source> It names you: {0}.</source>
   <translation> Sie werden genannt: {0}.</translation>
  </message>
  <message>
   <source>Enter saves it for everybody in a new version; the old words are kept.</source>
   <translation>Die Eingabetaste speichert es für alle in einer neuen Version; die alten Worte bleiben aufgehoben.</translation>
  </message>
  <message>
   <source>How is it right?</source>
   <translation>Wie ist es richtig?</translation>
  </message>
  <message>
   <source>Saving…</source>
   <translation>Wird gespeichert …</translation>
  </message>
 </context>
 <context>
  <name>Folders</name>
  <message>
   <source>{0} guides, {1}</source>
   <translation>{0} Anleitungen, {1}</translation>
  </message>
 </context>
 <context>
  <name>FoldersPage</name>
  <message>
   <source>A folder, or \\server\share\guides</source>
   <translation>Ein Ordner, oder \\server\freigabe\anleitungen</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Ordner wählen</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen …</translation>
  </message>
  <message>
   <source>Folder to add</source>
   <translation>Neuer Ordner</translation>
  </message>
  <message>
   <source>Folders</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>JITDesk keeps a copy of the guides in these folders and looks for new ones.</source>
   <translation>JITDesk hält eine Kopie der Anleitungen aus diesen Ordnern und sieht nach neuen.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Sync now</source>
   <translation>Jetzt abgleichen</translation>
  </message>
 </context>
 <context>
  <name>FormPlayer</name>
  <message>
   <source> and {0} more</source>
   <translation> und {0} weitere</translation>
  </message>
  <message>
   <source>Still empty: {0}{1}. Do it again to have it with the gaps.</source>
   <translation>Noch leer: {0}{1}. Noch einmal, dann mit den Lücken.</translation>
  </message>
  <message>
   <source>Tab next field   Ctrl+Enter copy   Ctrl+I insert</source>
   <translation>Tab nächstes Feld   Strg+Eingabe kopieren   Strg+I einfügen</translation>
  </message>
  <message>
   <source>The text is in the clipboard, with {0} gaps.</source>
   <translation>Der Text liegt in der Zwischenablage, mit {0} Lücken.</translation>
  </message>
  <message>
   <source>The text is in the clipboard.</source>
   <translation>Der Text liegt in der Zwischenablage.</translation>
  </message>
  <message>
   <source>{0} is not declared by the author and stays as it is.</source>
   <translation>{0} ist nicht angelegt und bleibt, wie es ist.</translation>
  </message>
  <message>
   <source>{0} of {1} fields</source>
   <translation>{0} von {1} Feldern</translation>
  </message>
 </context>
 <context>
  <name>FormView</name>
  <message>
   <source>2026-12-01, today, tomorrow or +3; other words stay as they are</source>
   <translation>2026-12-01, today, tomorrow oder +3; andere Wörter bleiben, wie sie sind</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Strg+Eingabe</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>wählen</translation>
  </message>
  <message>
   <source>for example: {0}</source>
   <translation>zum Beispiel: {0}</translation>
  </message>
 </context>
 <context>
  <name>GuideWindow</name>
  <message>
   <source>Guide</source>
   <translation>Anleitung</translation>
  </message>
 </context>
 <context>
  <name>HandOver</name>
  <message>
   <source> (version {0})</source>
   <translation> (Version {0})</translation>
  </message>
  <message>
   <source>I am stuck</source>
   <translation>Ich komme nicht weiter</translation>
  </message>
  <message>
   <source>I am stuck at: {0}</source>
   <translation>Ich komme nicht weiter bei: {0}</translation>
  </message>
 </context>
 <context>
  <name>HandOverController</name>
  <message>
   <source>Copied for a ticket or a colleague: where you are stuck</source>
   <translation>Kopiert für ein Ticket oder jemanden im Team: wo Sie nicht weiterkommen</translation>
  </message>
  <message>
   <source>Copied the link to this step</source>
   <translation>Der Link zu diesem Schritt ist kopiert</translation>
  </message>
 </context>
 <context>
  <name>HitDelegate</name>
  <message>
   <source>{0} min</source>
   <translation>{0} min</translation>
  </message>
 </context>
 <context>
  <name>HitList</name>
  <message>
   <source>overdue</source>
   <translation>überfällig</translation>
  </message>
 </context>
 <context>
  <name>Home</name>
  <message>
   <source>After the course {0}, until {1}</source>
   <translation>Nach dem Kurs {0}, bis {1}</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>Angefangen</translation>
  </message>
  <message>
   <source>In progress: {0} ticked</source>
   <translation>Angefangen: {0} abgehakt</translation>
  </message>
  <message>
   <source>You planned this</source>
   <translation>Das haben Sie geplant</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} von {1}</translation>
  </message>
 </context>
 <context>
  <name>HotkeyEdit</name>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Press the keys…</source>
   <translation>Drücken Sie die Tasten …</translation>
  </message>
  <message>
   <source>{0} alone would be missing in every program; add Ctrl or Alt.</source>
   <translation>{0} allein würde in jedem Programm fehlen; nehmen Sie Strg oder Alt dazu.</translation>
  </message>
 </context>
 <context>
  <name>Inbox</name>
  <message>
   <source>(no words)</source>
   <translation>(ohne Worte)</translation>
  </message>
  <message>
   <source>1 person</source>
   <translation>1 Person</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Zu</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Acknowledge</source>
   <translation>Bestätigen</translation>
  </message>
  <message>
   <source>Adapt the trial</source>
   <translation>Probe anpassen</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Ask back</source>
   <translation>Nachfragen</translation>
  </message>
  <message>
   <source>Ask for 20 minutes</source>
   <translation>Um 20 Minuten bitten</translation>
  </message>
  <message>
   <source>Assumption</source>
   <translation>Annahme</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Build it</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <source>Change it</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Consequence</source>
   <translation>Folge</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <source>Doubted</source>
   <translation>Bezweifelt</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Weitergeben</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>Anleitung</translation>
  </message>
  <message>
   <source>In their words</source>
   <translation>In ihren Worten</translation>
  </message>
  <message>
   <source>In which situation, without names?</source>
   <translation>In welcher Situation, ohne Namen?</translation>
  </message>
  <message>
   <source>In which version?</source>
   <translation>In welcher Version?</translation>
  </message>
  <message>
   <source>It breaks if</source>
   <translation>Sie gilt nicht mehr, wenn</translation>
  </message>
  <message>
   <source>It exists</source>
   <translation>Gibt es schon</translation>
  </message>
  <message>
   <source>It is in</source>
   <translation>Ist drin</translation>
  </message>
  <message>
   <source>It is still right</source>
   <translation>Stimmt noch</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Ruhen lassen</translation>
  </message>
  <message>
   <source>No longer holds</source>
   <translation>Gilt nicht mehr</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>Put right</source>
   <translation>Berichtigen</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Revise</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Seen</source>
   <translation>Gesehen</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>Gezeichnet</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Test it</source>
   <translation>Erproben</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>The assumption as it is now</source>
   <translation>Die Annahme, wie sie jetzt lautet</translation>
  </message>
  <message>
   <source>The page counts as working until it is decided.</source>
   <translation>Bis zur Entscheidung gilt die Seite als in Arbeit.</translation>
  </message>
  <message>
   <source>The point in your words, so that the sender would say: yes.</source>
   <translation>Der Punkt in Ihren Worten, so dass der Absender sagt: ja.</translation>
  </message>
  <message>
   <source>To whom?</source>
   <translation>An wen?</translation>
  </message>
  <message>
   <source>Try it out</source>
   <translation>Ausprobieren</translation>
  </message>
  <message>
   <source>Until when (2026-12-24)?</source>
   <translation>Bis wann (2026-12-24)?</translation>
  </message>
  <message>
   <source>Uphold</source>
   <translation>Beibehalten</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>What came of it, also what failed?</source>
   <translation>Was kam heraus, auch was misslang?</translation>
  </message>
  <message>
   <source>What changed, in one line?</source>
   <translation>Was hat sich geändert, in einer Zeile?</translation>
  </message>
  <message>
   <source>What did manager, tools and time do for or against it?</source>
   <translation>Was taten Leitung, Werkzeuge und Zeit dafür oder dagegen?</translation>
  </message>
  <message>
   <source>What do you need to know?</source>
   <translation>Was müssen Sie wissen?</translation>
  </message>
  <message>
   <source>What else could explain it?</source>
   <translation>Was könnte es sonst erklären?</translation>
  </message>
  <message>
   <source>What is done differently, and where?</source>
   <translation>Was wird anders gemacht, und wo?</translation>
  </message>
  <message>
   <source>What is open?</source>
   <translation>Was ist offen?</translation>
  </message>
  <message>
   <source>What was done differently, with which page?</source>
   <translation>Was wurde anders getan, mit welcher Seite?</translation>
  </message>
  <message>
   <source>What would show who is right?</source>
   <translation>Was würde zeigen, wer recht hat?</translation>
  </message>
  <message>
   <source>When and where? They read it.</source>
   <translation>Wann und wo? Die Person liest es.</translation>
  </message>
  <message>
   <source>When is it stopped at once?</source>
   <translation>Wann wird sofort abgebrochen?</translation>
  </message>
  <message>
   <source>Which figure of the report should move (M1 to M10)?</source>
   <translation>Welche Kennzahl des Berichts soll sich bewegen (M1 bis M10)?</translation>
  </message>
  <message>
   <source>Which goal does the rule serve?</source>
   <translation>Welchem Ziel dient die Regel?</translation>
  </message>
  <message>
   <source>Which guide? Its id or title.</source>
   <translation>Welche Anleitung? Ihre Kennung oder ihr Titel.</translation>
  </message>
  <message>
   <source>Which words of the observation does it answer?</source>
   <translation>Auf welche Worte der Beobachtung antwortet es?</translation>
  </message>
  <message>
   <source>Who does it?</source>
   <translation>Wer macht es?</translation>
  </message>
  <message>
   <source>Who may decide?</source>
   <translation>Wer darf entscheiden?</translation>
  </message>
  <message>
   <source>Who tries it? Groups with commas between them.</source>
   <translation>Wer probiert es aus? Gruppen mit Kommas dazwischen.</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Why not? The sender reads it.</source>
   <translation>Warum nicht? Der Absender liest es.</translation>
  </message>
  <message>
   <source>Why? It answers what was seen and the goal.</source>
   <translation>Warum? Es geht auf das Gesehene und das Ziel ein.</translation>
  </message>
  <message>
   <source>Why? The askers read it.</source>
   <translation>Warum? Die Fragenden lesen es.</translation>
  </message>
  <message>
   <source>Why? They read it.</source>
   <translation>Warum? Die Person liest es.</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Zurückziehen</translation>
  </message>
  <message>
   <source>Write the story</source>
   <translation>Geschichte schreiben</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>acknowledged</source>
   <translation>bestätigt</translation>
  </message>
  <message>
   <source>adapted</source>
   <translation>angepasst</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>beantwortet</translation>
  </message>
  <message>
   <source>being built</source>
   <translation>wird geschrieben</translation>
  </message>
  <message>
   <source>carried</source>
   <translation>übernommen</translation>
  </message>
  <message>
   <source>check needed</source>
   <translation>Prüfung nötig</translation>
  </message>
  <message>
   <source>clarifying</source>
   <translation>in Klärung</translation>
  </message>
  <message>
   <source>declined</source>
   <translation>abgelehnt</translation>
  </message>
  <message>
   <source>document: …, number: … or witness: …</source>
   <translation>document: …, number: … oder witness: … (Schriftstück, Zahl, Zeuge)</translation>
  </message>
  <message>
   <source>fixed</source>
   <translation>berichtigt</translation>
  </message>
  <message>
   <source>for {0}</source>
   <translation>für {0}</translation>
  </message>
  <message>
   <source>forwarded</source>
   <translation>weitergegeben</translation>
  </message>
  <message>
   <source>interview</source>
   <translation>Gespräch</translation>
  </message>
  <message>
   <source>left</source>
   <translation>ruht</translation>
  </message>
  <message>
   <source>may be asked</source>
   <translation>darf gefragt werden</translation>
  </message>
  <message>
   <source>needs-info</source>
   <translation>Rückfrage</translation>
  </message>
  <message>
   <source>not now</source>
   <translation>nicht jetzt</translation>
  </message>
  <message>
   <source>offered</source>
   <translation>angeboten</translation>
  </message>
  <message>
   <source>pilot</source>
   <translation>wird ausprobiert</translation>
  </message>
  <message>
   <source>questions a rule</source>
   <translation>hinterfragt eine Regel</translation>
  </message>
  <message>
   <source>raised</source>
   <translation>erhoben</translation>
  </message>
  <message>
   <source>revised</source>
   <translation>wird geändert</translation>
  </message>
  <message>
   <source>seen</source>
   <translation>gesehen</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>shipped</source>
   <translation>übernommen</translation>
  </message>
  <message>
   <source>suggestion</source>
   <translation>Vorschlag</translation>
  </message>
  <message>
   <source>testing</source>
   <translation>wird erprobt</translation>
  </message>
  <message>
   <source>told</source>
   <translation>erzählt</translation>
  </message>
  <message>
   <source>trouble</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <source>upheld</source>
   <translation>bleibt</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>fällt weg</translation>
  </message>
  <message>
   <source>worked</source>
   <translation>hat geklappt</translation>
  </message>
  <message>
   <source>{0} people</source>
   <translation>{0} Personen</translation>
  </message>
 </context>
 <context>
  <name>InboxController</name>
  <message>
   <source>Begun: {0}</source>
   <translation>Begonnen: {0}</translation>
  </message>
  <message>
   <source>Forwarded.</source>
   <translation>Weitergegeben.</translation>
  </message>
  <message>
   <source>It is “{0}” now; the sender is told.</source>
   <translation>Es ist jetzt „{0}“; der Absender erfährt es.</translation>
  </message>
  <message>
   <source>Looking into the folders…</source>
   <translation>Die Ordner werden durchgesehen …</translation>
  </message>
  <message>
   <source>Noted: it is still right.</source>
   <translation>Notiert: Sie stimmt noch.</translation>
  </message>
  <message>
   <source>The askers are told of the guide.</source>
   <translation>Die Fragenden erfahren von der Anleitung.</translation>
  </message>
  <message>
   <source>The askers read your reason.</source>
   <translation>Die Fragenden lesen Ihren Grund.</translation>
  </message>
 </context>
 <context>
  <name>InboxWindow</name>
  <message>
   <source>Inbox</source>
   <translation>Eingang</translation>
  </message>
  <message>
   <source>Nobody is waiting for an answer.</source>
   <translation>Niemand wartet auf eine Antwort.</translation>
  </message>
  <message>
   <source>Show what is answered</source>
   <translation>Beantwortetes zeigen</translation>
  </message>
  <message>
   <source>What people tell</source>
   <translation>Was Leute sagen</translation>
  </message>
  <message>
   <source>Writing…</source>
   <translation>Wird geschrieben …</translation>
  </message>
  <message>
   <source>late: </source>
   <translation>zu spät: </translation>
  </message>
 </context>
 <context>
  <name>InsertController</name>
  <message>
   <source>Copied instead, because {0}. Press Ctrl+V there.</source>
   <translation>Stattdessen kopiert, denn {0}. Drücken Sie dort Strg+V.</translation>
  </message>
  <message>
   <source>Copied instead: its window did not come to the front. Press Ctrl+V there.</source>
   <translation>Stattdessen kopiert: Das Fenster kam nicht nach vorn. Drücken Sie dort Strg+V.</translation>
  </message>
  <message>
   <source>Inserted into {0}</source>
   <translation>Eingefügt in {0}</translation>
  </message>
  <message>
   <source>Inserted into {0}; {1} lines are left. Press Enter there, then insert again.</source>
   <translation>Eingefügt in {0}; {1} Zeilen bleiben. Drücken Sie dort die Eingabetaste, dann fügen Sie wieder ein.</translation>
  </message>
  <message>
   <source>There is nothing to insert.</source>
   <translation>Es gibt nichts einzufügen.</translation>
  </message>
  <message>
   <source>the program is not known</source>
   <translation>das Programm ist nicht bekannt</translation>
  </message>
  <message>
   <source>the program that owns the clipboard does not answer</source>
   <translation>das Programm mit der Zwischenablage antwortet nicht</translation>
  </message>
  <message>
   <source>what you had copied is too large to put back</source>
   <translation>was Sie kopiert hatten, ist zu groß, um es zurückzulegen</translation>
  </message>
  <message>
   <source>{0} shows another computer</source>
   <translation>{0} zeigt einen anderen Computer</translation>
  </message>
 </context>
 <context>
  <name>LoopMenu</name>
  <message>
   <source>Copy a card for a ticket</source>
   <translation>Karte für ein Ticket kopieren</translation>
  </message>
  <message>
   <source>Copy a link to this step</source>
   <translation>Link zu diesem Schritt kopieren</translation>
  </message>
  <message>
   <source>I'm stuck here</source>
   <translation>Ich komme hier nicht weiter</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>Plan when to use it</source>
   <translation>Planen, wann ich es brauche</translation>
  </message>
  <message>
   <source>Question a rule</source>
   <translation>Eine Regel hinterfragen</translation>
  </message>
  <message>
   <source>Suggest something better</source>
   <translation>Etwas Besseres vorschlagen</translation>
  </message>
  <message>
   <source>You may ask me what changed</source>
   <translation>Sie dürfen mich fragen, was anders wurde</translation>
  </message>
 </context>
 <context>
  <name>LoopsService</name>
  <message>
   <source>Kept, and sent later: {0}</source>
   <translation>Aufgehoben und später gesendet: {0}</translation>
  </message>
  <message>
   <source>Put right: version {0}.</source>
   <translation>Berichtigt: Version {0}.</translation>
  </message>
  <message>
   <source>Sent. You are told here when it is answered.</source>
   <translation>Gesendet. Sie erfahren hier, wenn es beantwortet ist.</translation>
  </message>
  <message>
   <source>These words stand in no line of their own; suggest it.</source>
   <translation>Diese Worte stehen in keiner eigenen Zeile; schlagen Sie es vor.</translation>
  </message>
  <message>
   <source>no shared folder takes it; hand it over by mail or file</source>
   <translation>kein gemeinsamer Ordner nimmt es an; übergeben Sie es per Mail oder Datei</translation>
  </message>
 </context>
 <context>
  <name>MyData</name>
  <message>
   <source>Asked about {guide}</source>
   <translation>Nach {guide} gefragt</translation>
  </message>
  <message>
   <source>Confirmed in {guide}: {item}</source>
   <translation>Bestätigt in {guide}: {item}</translation>
  </message>
  <message>
   <source>Looked for help for {seconds} s</source>
   <translation>{seconds} s lang Hilfe gesucht</translation>
  </message>
  <message>
   <source>Opened {guide}</source>
   <translation>{guide} geöffnet</translation>
  </message>
  <message>
   <source>Planned {guide} for {on}</source>
   <translation>{guide} geplant für {on}</translation>
  </message>
  <message>
   <source>Published {guide}</source>
   <translation>{guide} veröffentlicht</translation>
  </message>
  <message>
   <source>Questioned a rule of {guide}</source>
   <translation>Eine Regel von {guide} hinterfragt</translation>
  </message>
  <message>
   <source>Recalled {guide}: {answer}</source>
   <translation>{guide} aus dem Kopf: {answer}</translation>
  </message>
  <message>
   <source>Reviewed {guide}</source>
   <translation>{guide} geprüft</translation>
  </message>
  <message>
   <source>Searched: {results} results (not the words)</source>
   <translation>Gesucht: {results} Treffer (nicht die Wörter)</translation>
  </message>
  <message>
   <source>Stuck in {guide}: “{words}”</source>
   <translation>Nicht weitergekommen in {guide}: „{words}“</translation>
  </message>
  <message>
   <source>Suggested something for {guide}</source>
   <translation>Etwas für {guide} vorgeschlagen</translation>
  </message>
  <message>
   <source>The question about {guide} was left open</source>
   <translation>Die Frage nach {guide} blieb offen</translation>
  </message>
  <message>
   <source>Worked through {guide}: {done} of {total}</source>
   <translation>{guide} durchgearbeitet: {done} von {total}</translation>
  </message>
  <message>
   <source>didn't work</source>
   <translation>klappte nicht</translation>
  </message>
  <message>
   <source>fixed something</source>
   <translation>etwas berichtigt</translation>
  </message>
  <message>
   <source>had it</source>
   <translation>gewusst</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <source>partly</source>
   <translation>teilweise</translation>
  </message>
  <message>
   <source>with a cue</source>
   <translation>mit einem Stichwort</translation>
  </message>
  <message>
   <source>with the headlines</source>
   <translation>mit den Überschriften</translation>
  </message>
  <message>
   <source>with the whole page</source>
   <translation>mit der ganzen Seite</translation>
  </message>
  <message>
   <source>without the page</source>
   <translation>ohne die Seite</translation>
  </message>
  <message>
   <source>worked</source>
   <translation>hat geklappt</translation>
  </message>
  <message>
   <source>{guide} helped</source>
   <translation>{guide} half</translation>
  </message>
  <message>
   <source>{guide}: no chance yet</source>
   <translation>{guide}: noch keine Gelegenheit</translation>
  </message>
  <message>
   <source>{guide}: {result}, {support}</source>
   <translation>{guide}: {result}, {support}</translation>
  </message>
 </context>
 <context>
  <name>OfferWindow</name>
  <message>
   <source>An assistant offers you this checklist:</source>
   <translation>Ein Assistent bietet Ihnen diese Checkliste an:</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Start “{0}”?</source>
   <translation>„{0}“ beginnen?</translation>
  </message>
 </context>
 <context>
  <name>OutcomeRow</name>
  <message>
   <source>&amp;Didn't work</source>
   <translation>&amp;Nicht geklappt</translation>
  </message>
  <message>
   <source>&amp;Fixed something</source>
   <translation>&amp;Berichtigt</translation>
  </message>
  <message>
   <source>&amp;Worked</source>
   <translation>&amp;Geklappt</translation>
  </message>
  <message>
   <source>Stays on this computer. Ctrl+Enter also sends it to {0}.</source>
   <translation>Bleibt auf diesem Computer. Strg+Eingabe sendet es auch an {0}.</translation>
  </message>
  <message>
   <source>What did you put right? One line helps, Enter goes on without.</source>
   <translation>Was haben Sie berichtigt? Eine Zeile hilft, die Eingabetaste geht ohne weiter.</translation>
  </message>
  <message>
   <source>What happened? One line helps, Enter goes on without.</source>
   <translation>Was geschah? Eine Zeile hilft, die Eingabetaste geht ohne weiter.</translation>
  </message>
 </context>
 <context>
  <name>OutlineEdit</name>
  <message>
   <source>Pasted as steps; Ctrl+Z takes it back.</source>
   <translation>Als Schritte eingefügt; Strg+Z nimmt es zurück.</translation>
  </message>
 </context>
 <context>
  <name>PagePlayer</name>
  <message>
   <source>1 full   2 brief   3 cue   W why</source>
   <translation>1 ganz   2 kurz   3 Stichwort   W warum</translation>
  </message>
  <message>
   <source>All {1} done</source>
   <translation>Alle {1} erledigt</translation>
  </message>
  <message>
   <source>Step {0} of {1}</source>
   <translation>Schritt {0} von {1}</translation>
  </message>
  <message>
   <source>The cue only; 1 shows every step</source>
   <translation>Nur das Stichwort; 1 zeigt jeden Schritt</translation>
  </message>
  <message>
   <source>There is nothing to show on this page; I names its owner.</source>
   <translation>Auf dieser Seite gibt es nichts zu zeigen; I nennt, wer zuständig ist.</translation>
  </message>
  <message>
   <source>{0} of {1} done</source>
   <translation>{0} von {1} erledigt</translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Earlier part</source>
   <translation>Voriger Teil</translation>
  </message>
  <message>
   <source>Next part</source>
   <translation>Nächster Teil</translation>
  </message>
 </context>
 <context>
  <name>PlanController</name>
  <message>
   <source>Enter keeps it on this computer. Nothing opens by itself.</source>
   <translation>Die Eingabetaste behält es auf diesem Computer. Nichts öffnet sich von selbst.</translation>
  </message>
  <message>
   <source>Name a program, or a day such as tomorrow or 2026-12-01.</source>
   <translation>Nennen Sie ein Programm oder einen Tag wie tomorrow oder 2026-12-01.</translation>
  </message>
  <message>
   <source>Planned: it will be the first row from {0} on</source>
   <translation>Geplant: ab {0} steht es in der ersten Zeile</translation>
  </message>
  <message>
   <source>Planned: it will be the first row over {0}</source>
   <translation>Geplant: über {0} steht es in der ersten Zeile</translation>
  </message>
  <message>
   <source>When will you need it? A program, such as outlook, or a day</source>
   <translation>Wann brauchen Sie es? Ein Programm wie outlook, oder ein Tag</translation>
  </message>
 </context>
 <context>
  <name>PreviewPane</name>
  <message>
   <source>As users see it</source>
   <translation>Wie andere sie sehen</translation>
  </message>
 </context>
 <context>
  <name>QuestionPlayer</name>
  <message>
   <source>1-9 answer   Backspace back   R copy   A again</source>
   <translation>1-9 Antwort   Rücktaste zurück   R kopieren   A noch einmal</translation>
  </message>
  <message>
   <source>Go on with: {0}</source>
   <translation>Weiter mit: {0}</translation>
  </message>
  <message>
   <source>Questions, answers and outcome are in the clipboard.</source>
   <translation>Fragen, Antworten und Ergebnis liegen in der Zwischenablage.</translation>
  </message>
 </context>
 <context>
  <name>QuestionView</name>
  <message>
   <source>A</source>
   <translation>A</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Name of option {0}</source>
   <translation>Name von Option {0}</translation>
  </message>
  <message>
   <source>R</source>
   <translation>R</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <source>Time is up: what do you see?</source>
   <translation>Die Zeit ist um: Was sehen Sie?</translation>
  </message>
  <message>
   <source>Wait {0}:{1:02d}</source>
   <translation>Warten {0}:{1:02d}</translation>
  </message>
  <message>
   <source>{0}, or what it is called</source>
   <translation>{0}, oder wie es heißt</translation>
  </message>
 </context>
 <context>
  <name>ReaderHeader</name>
  <message>
   <source>About this page: owner, version, what it takes for granted (I)</source>
   <translation>Über diese Seite: Zuständige, Version, was sie voraussetzt (I)</translation>
  </message>
  <message>
   <source>Close the guide</source>
   <translation>Anleitung schließen</translation>
  </message>
 </context>
 <context>
  <name>ReadingController</name>
  <message>
   <source>The link was made for version {0}; this is {1}. Steps may differ.</source>
   <translation>Der Link galt für Version {0}; das ist {1}. Schritte können abweichen.</translation>
  </message>
  <message>
   <source>You have done this before, so less is shown. 1 shows all.</source>
   <translation>Sie haben das schon getan, darum steht hier weniger. 1 zeigt alles.</translation>
  </message>
  <message>
   <source>another one</source>
   <translation>eine andere</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>{0} min</translation>
  </message>
 </context>
 <context>
  <name>ReadingService</name>
  <message>
   <source>The link leads to “{0}”, which is not on this computer. Ask who sent it which folder it comes from, and add that folder in the settings.</source>
   <translation>Der Link führt zu „{0}“; das ist nicht auf diesem Computer. Fragen Sie den Absender nach dem Ordner, und fügen Sie ihn in den Einstellungen hinzu.</translation>
  </message>
  <message>
   <source>This guide is no longer there; its source removed it.</source>
   <translation>Diese Anleitung gibt es nicht mehr; ihre Quelle hat sie entfernt.</translation>
  </message>
  <message>
   <source>This guide is not set up here yet; it needs: {0} (jitdesk site).</source>
   <translation>Diese Anleitung ist hier noch nicht eingerichtet; es fehlt: {0} (jitdesk site).</translation>
  </message>
 </context>
 <context>
  <name>RecordWindow</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Do the task once, as always. You get a draft with a step for each click, and finish it in your own words.</source>
   <translation>Erledigen Sie die Aufgabe einmal, wie immer. Sie bekommen einen Entwurf mit einem Schritt je Klick und vollenden ihn mit Ihren Worten.</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Not noted</source>
   <translation>Nicht festgehalten</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Noted</source>
   <translation>Festgehalten</translation>
  </message>
  <message>
   <source>Nothing is saved before you save the draft. Read it first.</source>
   <translation>Gespeichert wird erst, wenn Sie den Entwurf speichern. Lesen Sie ihn vorher.</translation>
  </message>
  <message>
   <source>Record a guide</source>
   <translation>Anleitung aufnehmen</translation>
  </message>
  <message>
   <source>Start recording</source>
   <translation>Aufnahme beginnen</translation>
  </message>
  <message>
   <source>each click, with the picture before it</source>
   <translation>jeder Klick, mit dem Bild davor</translation>
  </message>
  <message>
   <source>that something was typed, and keys such as Ctrl+S</source>
   <translation>dass etwas getippt wurde, und Tasten wie Strg+S</translation>
  </message>
  <message>
   <source>the name of what you click, of its program and dialog</source>
   <translation>der Name dessen, was Sie anklicken, mit Programm und Dialog</translation>
  </message>
  <message>
   <source>the rest of the picture: it is blurred at once, for good</source>
   <translation>der Rest des Bildes: Er wird sofort und für immer unscharf</translation>
  </message>
  <message>
   <source>what you type: no letter, in no field</source>
   <translation>was Sie tippen: kein Buchstabe, in keinem Feld</translation>
  </message>
  <message>
   <source>window titles other than those of dialogs</source>
   <translation>Fenstertitel, außer denen von Dialogen</translation>
  </message>
 </context>
 <context>
  <name>Recorder</name>
  <message>
   <source>Recording is not available here: there is no desktop.</source>
   <translation>Aufnehmen geht hier nicht: Es gibt keinen Desktop.</translation>
  </message>
  <message>
   <source>Recording is not available on this system yet: Wayland shows a program neither the clicks nor the windows of the others.</source>
   <translation>Aufnehmen geht auf diesem System noch nicht: Wayland zeigt einem Programm weder die Klicks noch die Fenster der anderen.</translation>
  </message>
  <message>
   <source>Recording is not available on this system yet: it needs Windows' own hooks.</source>
   <translation>Aufnehmen geht auf diesem System noch nicht: Es braucht die eigenen Schnittstellen von Windows.</translation>
  </message>
  <message>
   <source>Recording is not available on this system yet: it needs macOS' own hooks.</source>
   <translation>Aufnehmen geht auf diesem System noch nicht: Es braucht die eigenen Schnittstellen von macOS.</translation>
  </message>
 </context>
 <context>
  <name>RecordingBar</name>
  <message>
   <source>1 step</source>
   <translation>1 Schritt</translation>
  </message>
  <message>
   <source>A step without a click</source>
   <translation>Ein Schritt ohne Klick</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>N</source>
   <translation>N</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Open the draft</source>
   <translation>Entwurf öffnen</translation>
  </message>
  <message>
   <source>P</source>
   <translation>P</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Aufnahme</translation>
  </message>
  <message>
   <source>S</source>
   <translation>S</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>W</source>
   <translation>W</translation>
  </message>
  <message>
   <source>What to do here, then Enter; Esc leaves it</source>
   <translation>Was hier zu tun ist, dann Eingabe; Esc bricht ab</translation>
  </message>
  <message>
   <source>Z</source>
   <translation>Z</translation>
  </message>
  <message>
   <source>{0} steps</source>
   <translation>{0} Schritte</translation>
  </message>
 </context>
 <context>
  <name>RecordingController</name>
  <message>
   <source>Do the task now.</source>
   <translation>Erledigen Sie jetzt die Aufgabe.</translation>
  </message>
  <message>
   <source>Keys: {0}</source>
   <translation>Tasten: {0}</translation>
  </message>
 </context>
 <context>
  <name>Report</name>
  <message>
   <source>A dot is the value, the line its {} % interval: with the data there is, the true share may lie anywhere on the line.</source>
   <translation>Ein Punkt ist der Wert, die Linie sein {}-%-Intervall: Mit den Daten, die es gibt, kann der wahre Anteil überall auf der Linie liegen.</translation>
  </message>
  <message>
   <source>Answer rate</source>
   <translation>Antwortquote</translation>
  </message>
  <message>
   <source>Answers to people</source>
   <translation>Antworten an Menschen</translation>
  </message>
  <message>
   <source>Application rate</source>
   <translation>Anwendungsquote</translation>
  </message>
  <message>
   <source>At least {0} people. A figure needs at least {1} people who used what it is about; numbers of people are rounded down to fives.</source>
   <translation>Mindestens {0} Personen. Eine Zahl braucht mindestens {1} Personen, die benutzt haben, worum es geht; Personenzahlen sind auf Fünfer abgerundet.</translation>
  </message>
  <message>
   <source>Better: the intervals lie apart.</source>
   <translation>Besser: Die Intervalle liegen auseinander.</translation>
  </message>
  <message>
   <source>Burden</source>
   <translation>Aufwand</translation>
  </message>
  <message>
   <source>Did it change what people do?</source>
   <translation>Hat es verändert, was Menschen tun?</translation>
  </message>
  <message>
   <source>Did it work?</source>
   <translation>Hat es geklappt?</translation>
  </message>
  <message>
   <source>Did people land on pages that are validated and in date?</source>
   <translation>Kamen Menschen auf Seiten, die bestätigt und aktuell sind?</translation>
  </message>
  <message>
   <source>Do the questions from memory help?</source>
   <translation>Helfen die Fragen aus dem Kopf?</translation>
  </message>
  <message>
   <source>Does each use make the next one need the page less?</source>
   <translation>Braucht jede Anwendung die Seite weniger als die vorige?</translation>
  </message>
  <message>
   <source>Does the page work?</source>
   <translation>Hilft die Seite?</translation>
  </message>
  <message>
   <source>Done without the page</source>
   <translation>Ohne die Seite getan</translation>
  </message>
  <message>
   <source>Each use makes the next one less likely to need the page.</source>
   <translation>Mit jeder Anwendung wird die Seite seltener gebraucht.</translation>
  </message>
  <message>
   <source>Fade</source>
   <translation>Abnehmende Hilfe</translation>
  </message>
  <message>
   <source>Fewer than {0} people have shared anything, so nothing about people is shown.</source>
   <translation>Weniger als {0} Personen haben etwas geteilt, darum steht hier nichts über Menschen.</translation>
  </message>
  <message>
   <source>Fewer than {} cases.</source>
   <translation>Weniger als {} Fälle.</translation>
  </message>
  <message>
   <source>Fewer than {} items.</source>
   <translation>Weniger als {} Einträge.</translation>
  </message>
  <message>
   <source>Fewer than {} people.</source>
   <translation>Weniger als {} Personen.</translation>
  </message>
  <message>
   <source>Finding help, and what it costs</source>
   <translation>Hilfe finden, und was sie kostet</translation>
  </message>
  <message>
   <source>Freshness by use</source>
   <translation>Aktualität nach Nutzung</translation>
  </message>
  <message>
   <source>How long until it works twice in a row without it?</source>
   <translation>Wie lange, bis es zweimal hintereinander ohne sie klappt?</translation>
  </message>
  <message>
   <source>How long until the first step of a page that helped?</source>
   <translation>Wie lange bis zum ersten Schritt einer Seite, die half?</translation>
  </message>
  <message>
   <source>How many have shown it in the last {} days?</source>
   <translation>Wie viele haben es in den letzten {} Tagen gezeigt?</translation>
  </message>
  <message>
   <source>How much less of the page do people need than at first?</source>
   <translation>Wie viel weniger von der Seite brauchen Menschen als am Anfang?</translation>
  </message>
  <message>
   <source>How often did somebody who looked for help find it?</source>
   <translation>Wie oft fand Hilfe, wer danach suchte?</translation>
  </message>
  <message>
   <source>How often had something to be put right?</source>
   <translation>Wie oft war etwas zu berichtigen?</translation>
  </message>
  <message>
   <source>How often the task was done is not known often enough.</source>
   <translation>Wie oft es getan wurde, ist nicht oft genug bekannt.</translation>
  </message>
  <message>
   <source>How soon is somebody answered who asked or suggested?</source>
   <translation>Wie bald bekommt eine Antwort, wer fragt oder vorschlägt?</translation>
  </message>
  <message>
   <source>How to read it</source>
   <translation>Wie es zu lesen ist</translation>
  </message>
  <message>
   <source>In which areas do people get stuck?</source>
   <translation>In welchen Bereichen kommen Menschen nicht weiter?</translation>
  </message>
  <message>
   <source>Is a struggle smaller since it was answered?</source>
   <translation>Ist eine Schwierigkeit kleiner, seit sie beantwortet ist?</translation>
  </message>
  <message>
   <source>Is it better with the version that is tried out?</source>
   <translation>Ist es mit der Probeversion besser?</translation>
  </message>
  <message>
   <source>It is not sure enough that it works: read what people wrote in the inbox.</source>
   <translation>Es ist nicht sicher genug, dass sie hilft: Lesen Sie im Eingang, was Menschen schrieben.</translation>
  </message>
  <message>
   <source>It is not validated or its review is overdue: review it.</source>
   <translation>Sie ist nicht bestätigt, oder ihre Prüfung ist überfällig: Prüfen Sie sie.</translation>
  </message>
  <message>
   <source>JITDesk: impact report</source>
   <translation>JITDesk: Wirkungsbericht</translation>
  </message>
  <message>
   <source>Not for appraisal, pay, discipline, staffing, proof of instruction or compliance, comparing named people or teams below the group size, or return-on-investment claims.</source>
   <translation>Nicht für Beurteilung, Bezahlung, Maßregelung, Personaleinsatz, Nachweis von Unterweisung oder Regeltreue, Vergleich benannter Menschen oder von Teams unter der Gruppengröße, oder Aussagen zur Rendite.</translation>
  </message>
  <message>
   <source>Not for {0}.</source>
   <translation>Nicht für: {0}.</translation>
  </message>
  <message>
   <source>Not measurable yet means that it is not known how often the task was done, or that there are too few cases; it is not a zero.</source>
   <translation>Noch nicht messbar heißt: Es ist nicht bekannt, wie oft es getan wurde, oder es gibt zu wenige Fälle; es ist keine Null.</translation>
  </message>
  <message>
   <source>Not shown to be different yet.</source>
   <translation>Noch kein Unterschied belegt.</translation>
  </message>
  <message>
   <source>Not shown to be smaller yet.</source>
   <translation>Noch nicht als kleiner belegt.</translation>
  </message>
  <message>
   <source>Not shown to make a difference yet.</source>
   <translation>Noch kein Unterschied belegt.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Nothing to show.</source>
   <translation>Nichts zu zeigen.</translation>
  </message>
  <message>
   <source>Of all known doings, how many went without the page?</source>
   <translation>Wie viele aller bekannten Anwendungen gingen ohne die Seite?</translation>
  </message>
  <message>
   <source>Pages, for their owners</source>
   <translation>Seiten, für die Zuständigen</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personen</translation>
  </message>
  <message>
   <source>People look it up every time: a checklist, a simpler task, or another aim?</source>
   <translation>Menschen sehen jedes Mal nach: eine Checkliste, eine einfachere Aufgabe, oder ein anderes Ziel?</translation>
  </message>
  <message>
   <source>Proof</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Recall questions</source>
   <translation>Fragen aus dem Kopf</translation>
  </message>
  <message>
   <source>Repeat look-ups</source>
   <translation>Erneutes Nachsehen</translation>
  </message>
  <message>
   <source>Rework share</source>
   <translation>Anteil Nacharbeit</translation>
  </message>
  <message>
   <source>Rules questioned</source>
   <translation>Hinterfragte Regeln</translation>
  </message>
  <message>
   <source>Single stories, never averaged. E{} has proof and weighs what else could explain it.</source>
   <translation>Einzelne Geschichten, nie gemittelt. E{} hat einen Beleg und wägt ab, was es sonst erklären könnte.</translation>
  </message>
  <message>
   <source>Situation</source>
   <translation>Situation</translation>
  </message>
  <message>
   <source>Smaller: the whole interval after lies below the rate before.</source>
   <translation>Kleiner: Das ganze Intervall danach liegt unter der Quote davor.</translation>
  </message>
  <message>
   <source>Struggles fixed</source>
   <translation>Behobene Schwierigkeiten</translation>
  </message>
  <message>
   <source>Success cases</source>
   <translation>Erfolgsgeschichten</translation>
  </message>
  <message>
   <source>The bounds if everybody without an answer did not, or did.</source>
   <translation>Die Grenzen, wenn niemand oder jeder ohne Antwort es getan hätte.</translation>
  </message>
  <message>
   <source>The questions do harm: the intervals lie apart.</source>
   <translation>Die Fragen schaden: Die Intervalle liegen auseinander.</translation>
  </message>
  <message>
   <source>The questions help: the intervals lie apart.</source>
   <translation>Die Fragen helfen: Die Intervalle liegen auseinander.</translation>
  </message>
  <message>
   <source>Time to answer</source>
   <translation>Zeit bis zur Antwort</translation>
  </message>
  <message>
   <source>Time to without the page</source>
   <translation>Zeit bis ohne die Seite</translation>
  </message>
  <message>
   <source>Too few are known to have applied it: is there a chance to do so?</source>
   <translation>Von zu wenigen ist bekannt, dass sie es anwandten: Gibt es Gelegenheit dazu?</translation>
  </message>
  <message>
   <source>Too few people means fewer than {0}. Where one hidden part could be computed from the others, one more is hidden.</source>
   <translation>Zu wenige Personen heißt: weniger als {0}. Ließe sich ein verborgener Teil aus den anderen errechnen, ist noch einer verborgen.</translation>
  </message>
  <message>
   <source>Trial versions</source>
   <translation>Probeversionen</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Views, searches and minutes are activity, no evidence of learning, and are not listed. Nothing here is about one person.</source>
   <translation>Aufrufe, Suchen und Minuten sind Aktivität, kein Beleg für Lernen, und stehen nicht hier. Nichts hier handelt von einem einzelnen Menschen.</translation>
  </message>
  <message>
   <source>Was the task done after the page was used?</source>
   <translation>Wurde es getan, nachdem die Seite benutzt war?</translation>
  </message>
  <message>
   <source>What became of rules that were questioned?</source>
   <translation>Was wurde aus hinterfragten Regeln?</translation>
  </message>
  <message>
   <source>What came of it</source>
   <translation>Was dabei herauskam</translation>
  </message>
  <message>
   <source>What do the questions and the looking cost?</source>
   <translation>Was kosten die Fragen und das Suchen?</translation>
  </message>
  <message>
   <source>What else could explain it</source>
   <translation>Was es sonst erklären könnte</translation>
  </message>
  <message>
   <source>What people can do</source>
   <translation>Was Menschen können</translation>
  </message>
  <message>
   <source>What the environment did</source>
   <translation>Was die Umgebung tat</translation>
  </message>
  <message>
   <source>What was done differently</source>
   <translation>Was anders getan wurde</translation>
  </message>
  <message>
   <source>Where people struggle</source>
   <translation>Wo Menschen sich schwertun</translation>
  </message>
  <message>
   <source>Where they struggle, and what was answered</source>
   <translation>Wo sie sich schwertun, und was beantwortet wurde</translation>
  </message>
  <message>
   <source>Worked rate</source>
   <translation>Erfolgsquote</translation>
  </message>
  <message>
   <source>Worse: the intervals lie apart.</source>
   <translation>Schlechter: Die Intervalle liegen auseinander.</translation>
  </message>
  <message>
   <source>after</source>
   <translation>danach</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>gefunden</translation>
  </message>
  <message>
   <source>anything else</source>
   <translation>irgendetwas anderes</translation>
  </message>
  <message>
   <source>applied</source>
   <translation>angewendet</translation>
  </message>
  <message>
   <source>applied, with the unknown</source>
   <translation>angewendet, mit den unbekannten</translation>
  </message>
  <message>
   <source>at least {}</source>
   <translation>mindestens {}</translation>
  </message>
  <message>
   <source>at most {} actions</source>
   <translation>höchstens {} Handgriffe</translation>
  </message>
  <message>
   <source>before</source>
   <translation>davor</translation>
  </message>
  <message>
   <source>blaming users</source>
   <translation>Schuld bei den Benutzenden</translation>
  </message>
  <message>
   <source>days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>days that a first use lasts</source>
   <translation>Tage, die eine erste Anwendung hält</translation>
  </message>
  <message>
   <source>deadlines for people</source>
   <translation>Fristen für Menschen</translation>
  </message>
  <message>
   <source>deleting rarely used pages with high stakes</source>
   <translation>Löschen selten benutzter Seiten, bei denen viel auf dem Spiel steht</translation>
  </message>
  <message>
   <source>did not work</source>
   <translation>klappte nicht</translation>
  </message>
  <message>
   <source>finding out who struggles</source>
   <translation>herausfinden, wer sich schwertut</translation>
  </message>
  <message>
   <source>fixed something</source>
   <translation>etwas berichtigt</translation>
  </message>
  <message>
   <source>gain per use</source>
   <translation>Gewinn je Anwendung</translation>
  </message>
  <message>
   <source>guides whose page is to stay: there it would be a warning</source>
   <translation>Anleitungen, deren Seite bleiben soll: Dort wäre es eine Warnung</translation>
  </message>
  <message>
   <source>in date</source>
   <translation>aktuell</translation>
  </message>
  <message>
   <source>judging the speed of people, or making risky pages shorter</source>
   <translation>Urteile über das Tempo von Menschen, oder um riskante Seiten zu kürzen</translation>
  </message>
  <message>
   <source>judging those who answer or do not</source>
   <translation>Urteile über die, die antworten oder nicht</translation>
  </message>
  <message>
   <source>judging those who try it out</source>
   <translation>Urteile über die, die ausprobieren</translation>
  </message>
  <message>
   <source>look at it</source>
   <translation>ansehen</translation>
  </message>
  <message>
   <source>median</source>
   <translation>Median</translation>
  </message>
  <message>
   <source>median to decision</source>
   <translation>Median bis zur Entscheidung</translation>
  </message>
  <message>
   <source>month {}</source>
   <translation>Monat {}</translation>
  </message>
  <message>
   <source>no chance</source>
   <translation>keine Gelegenheit</translation>
  </message>
  <message>
   <source>no chance yet</source>
   <translation>noch keine Gelegenheit</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keiner</translation>
  </message>
  <message>
   <source>not asked</source>
   <translation>nicht gefragt</translation>
  </message>
  <message>
   <source>not measurable yet</source>
   <translation>noch nicht messbar</translation>
  </message>
  <message>
   <source>of it came back later</source>
   <translation>davon später zurückgekommen</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>proof of training, or comparing pages with different windows or response shares</source>
   <translation>Nachweis von Schulung, oder Vergleich von Seiten mit anderem Zeitraum oder Rücklauf</translation>
  </message>
  <message>
   <source>put into practice</source>
   <translation>umgesetzt</translation>
  </message>
  <message>
   <source>quality control of people</source>
   <translation>Qualitätskontrolle von Menschen</translation>
  </message>
  <message>
   <source>questions left open</source>
   <translation>offen gelassene Fragen</translation>
  </message>
  <message>
   <source>questions per person and week</source>
   <translation>Fragen je Person und Woche</translation>
  </message>
  <message>
   <source>quotas</source>
   <translation>Quoten</translation>
  </message>
  <message>
   <source>ranking authors</source>
   <translation>Ranglisten von Autoren</translation>
  </message>
  <message>
   <source>response</source>
   <translation>Rücklauf</translation>
  </message>
  <message>
   <source>revised</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>rework</source>
   <translation>Nacharbeit</translation>
  </message>
  <message>
   <source>rework, after</source>
   <translation>Nacharbeit, danach</translation>
  </message>
  <message>
   <source>rework, before</source>
   <translation>Nacharbeit, davor</translation>
  </message>
  <message>
   <source>saying what a person has forgotten</source>
   <translation>sagen, was ein Mensch vergessen hat</translation>
  </message>
  <message>
   <source>seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <source>seconds per answer</source>
   <translation>Sekunden je Antwort</translation>
  </message>
  <message>
   <source>shown</source>
   <translation>gezeigt</translation>
  </message>
  <message>
   <source>slowest tenth from</source>
   <translation>langsamstes Zehntel ab</translation>
  </message>
  <message>
   <source>staffing decisions about individuals</source>
   <translation>Personalentscheidungen über Einzelne</translation>
  </message>
  <message>
   <source>struggle</source>
   <translation>tun sich schwer</translation>
  </message>
  <message>
   <source>support taken away</source>
   <translation>weggenommene Hilfe</translation>
  </message>
  <message>
   <source>target numbers</source>
   <translation>Zielzahlen</translation>
  </message>
  <message>
   <source>targets</source>
   <translation>Zielvorgaben</translation>
  </message>
  <message>
   <source>tested</source>
   <translation>erprobt</translation>
  </message>
  <message>
   <source>to</source>
   <translation>bis</translation>
  </message>
  <message>
   <source>too few people</source>
   <translation>zu wenige Personen</translation>
  </message>
  <message>
   <source>upheld</source>
   <translation>beibehalten</translation>
  </message>
  <message>
   <source>user actions</source>
   <translation>Handgriffe</translation>
  </message>
  <message>
   <source>with evidence beyond a tap</source>
   <translation>mit Beleg über einen Tipp hinaus</translation>
  </message>
  <message>
   <source>with the page</source>
   <translation>mit der Seite</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>zurückgezogen</translation>
  </message>
  <message>
   <source>within {} days</source>
   <translation>binnen {} Tagen</translation>
  </message>
  <message>
   <source>within {} seconds</source>
   <translation>binnen {} Sekunden</translation>
  </message>
  <message>
   <source>without the page</source>
   <translation>ohne die Seite</translation>
  </message>
  <message>
   <source>without the page, after</source>
   <translation>ohne die Seite, danach</translation>
  </message>
  <message>
   <source>without the page, before</source>
   <translation>ohne die Seite, davor</translation>
  </message>
  <message>
   <source>without the page, with questions</source>
   <translation>ohne die Seite, mit Fragen</translation>
  </message>
  <message>
   <source>without the page, without questions (a fifth by lot)</source>
   <translation>ohne die Seite, ohne Fragen (ein Fünftel, ausgelost)</translation>
  </message>
  <message>
   <source>worked</source>
   <translation>hat geklappt</translation>
  </message>
  <message>
   <source>worked, after</source>
   <translation>hat geklappt, danach</translation>
  </message>
  <message>
   <source>worked, before</source>
   <translation>hat geklappt, davor</translation>
  </message>
  <message>
   <source>working days</source>
   <translation>Arbeitstage</translation>
  </message>
  <message>
   <source>works</source>
   <translation>hilft</translation>
  </message>
  <message>
   <source>{0}: the figures</source>
   <translation>{0}: die Zahlen</translation>
  </message>
  <message>
   <source>{} % interval</source>
   <translation>{}-%-Intervall</translation>
  </message>
  <message>
   <source>{} minutes lost in the middle case.</source>
   <translation>Im mittleren Fall {} Minuten verloren.</translation>
  </message>
 </context>
 <context>
  <name>ReportController</name>
  <message>
   <source>A folder of exported histories</source>
   <translation>Ein Ordner mit exportierten Verläufen</translation>
  </message>
  <message>
   <source>Computing…</source>
   <translation>Wird berechnet …</translation>
  </message>
  <message>
   <source>Not for {0}.</source>
   <translation>Nicht für: {0}.</translation>
  </message>
  <message>
   <source>Save the report</source>
   <translation>Bericht speichern</translation>
  </message>
  <message>
   <source>This is your own history only. Add what others exported for the report.</source>
   <translation>Das ist nur Ihr eigener Verlauf. Fügen Sie hinzu, was andere für den Bericht exportiert haben.</translation>
  </message>
  <message>
   <source>Written to {0}</source>
   <translation>Gespeichert unter {0}</translation>
  </message>
  <message>
   <source>{0} to {1}. A figure needs {3} people; there are fewer.</source>
   <translation>{0} bis {1}. Eine Zahl braucht {3} Personen; es sind weniger.</translation>
  </message>
  <message>
   <source>{0} to {1}. At least {2} people; a figure needs {3}.</source>
   <translation>{0} bis {1}. Mindestens {2} Personen; eine Zahl braucht {3}.</translation>
  </message>
 </context>
 <context>
  <name>ReportWindow</name>
  <message>
   <source>95 % interval</source>
   <translation>95-%-Intervall</translation>
  </message>
  <message>
   <source>Add histories…</source>
   <translation>Verläufe hinzufügen …</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Metric</source>
   <translation>Kennzahl</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personen</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Save as a page…</source>
   <translation>Als Seite speichern …</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
 </context>
 <context>
  <name>ScoringPlayer</name>
  <message>
   <source> and </source>
   <translation> und </translation>
  </message>
  <message>
   <source>0-9 points   Backspace back   R copy   A again</source>
   <translation>0-9 Punkte   Rücktaste zurück   R kopieren   A noch einmal</translation>
  </message>
  <message>
   <source>Criterion</source>
   <translation>Kriterium</translation>
  </message>
  <message>
   <source>How many options do you compare?</source>
   <translation>Wie viele Optionen vergleichen Sie?</translation>
  </message>
  <message>
   <source>Option {0} of {1}, weight {2}</source>
   <translation>Option {0} von {1}, Gewicht {2}</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Sum</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>What are they called? Enter goes on.</source>
   <translation>Wie heißen sie? Die Eingabetaste geht weiter.</translation>
  </message>
  <message>
   <source>{0} are level with {1} points.</source>
   <translation>{0} sind gleichauf mit {1} Punkten.</translation>
  </message>
  <message>
   <source>{0} is first with {1} of {2} points.</source>
   <translation>{0} liegt vorn mit {1} von {2} Punkten.</translation>
  </message>
  <message>
   <source>{0} of {1} judged</source>
   <translation>{0} von {1} bewertet</translation>
  </message>
  <message>
   <source>{0} option</source>
   <translation>{0} Option</translation>
  </message>
  <message>
   <source>{0} options</source>
   <translation>{0} Optionen</translation>
  </message>
 </context>
 <context>
  <name>SearchController</name>
  <message>
   <source>Click here to type</source>
   <translation>Zum Tippen hier klicken</translation>
  </message>
  <message>
   <source>Making the guides searchable… try again in a moment</source>
   <translation>Die Anleitungen werden durchsuchbar gemacht … gleich noch einmal versuchen</translation>
  </message>
  <message>
   <source>No guide found. Try other words, or fewer.</source>
   <translation>Keine Anleitung gefunden. Versuchen Sie andere oder weniger Wörter.</translation>
  </message>
  <message>
   <source>Only {0}</source>
   <translation>Nur {0}</translation>
  </message>
  <message>
   <source>Showing results for “{0}”</source>
   <translation>Treffer für „{0}“</translation>
  </message>
  <message>
   <source>Still searching; press Enter again in a moment</source>
   <translation>Es wird noch gesucht; drücken Sie gleich noch einmal die Eingabetaste</translation>
  </message>
 </context>
 <context>
  <name>SearchPopup</name>
  <message>
   <source>JITDesk menu</source>
   <translation>JITDesk-Menü</translation>
  </message>
  <message>
   <source>JITDesk menu (F10)</source>
   <translation>JITDesk-Menü (F10)</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Treffer</translation>
  </message>
  <message>
   <source>Search guides</source>
   <translation>Anleitungen suchen</translation>
  </message>
  <message>
   <source>What do you need to do?</source>
   <translation>Was müssen Sie tun?</translation>
  </message>
  <message>
   <source>↵ Open    Tab Preview    Ctrl+1…8    F10 Menu    Esc Close</source>
   <translation>↵ Öffnen    Tab Vorschau    Strg+1…8    F10 Menü    Esc Zu</translation>
  </message>
 </context>
 <context>
  <name>SelectionController</name>
  <message>
   <source>Search for it</source>
   <translation>Danach suchen</translation>
  </message>
  <message>
   <source>There is no text on the clipboard.</source>
   <translation>In der Zwischenablage ist kein Text.</translation>
  </message>
  <message>
   <source>You marked “{0}”</source>
   <translation>Sie haben „{0}“ markiert</translation>
  </message>
 </context>
 <context>
  <name>SentController</name>
  <message>
   <source>It is too long for a mail link; save it as a file instead.</source>
   <translation>Es ist zu lang für einen Mail-Link; speichern Sie es als Datei.</translation>
  </message>
  <message>
   <source>Save for the author</source>
   <translation>Für den Autor speichern</translation>
  </message>
  <message>
   <source>Taken back; it is not sent.</source>
   <translation>Zurückgenommen; es wird nicht gesendet.</translation>
  </message>
  <message>
   <source>There is no mail program; save it as a file instead.</source>
   <translation>Es gibt kein Mailprogramm; speichern Sie es als Datei.</translation>
  </message>
  <message>
   <source>Written to {0}; give it to an author.</source>
   <translation>Gespeichert unter {0}; geben Sie es einem Autor.</translation>
  </message>
  <message>
   <source>Your mail program has it; send it there.</source>
   <translation>Ihr Mailprogramm hat es; senden Sie es dort ab.</translation>
  </message>
 </context>
 <context>
  <name>SentWindow</name>
  <message>
   <source>Everything that you sent, word for word.</source>
   <translation>Alles, was Sie gesendet haben, Wort für Wort.</translation>
  </message>
  <message>
   <source>Nothing has left this computer.</source>
   <translation>Nichts hat diesen Computer verlassen.</translation>
  </message>
  <message>
   <source>Save as a file…</source>
   <translation>Als Datei speichern …</translation>
  </message>
  <message>
   <source>Send by mail…</source>
   <translation>Per Mail senden …</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>The exact text</source>
   <translation>Der genaue Text</translation>
  </message>
  <message>
   <source>Waiting on this computer: {0}. The rest has been sent.</source>
   <translation>Auf diesem Computer warten: {0}. Das Übrige ist gesendet.</translation>
  </message>
  <message>
   <source>What I sent</source>
   <translation>Was ich gesendet habe</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>beantwortet</translation>
  </message>
  <message>
   <source>asked for a guide</source>
   <translation>Anleitung gewünscht</translation>
  </message>
  <message>
   <source>did not work</source>
   <translation>hat nicht geklappt</translation>
  </message>
  <message>
   <source>handed over</source>
   <translation>übergeben</translation>
  </message>
  <message>
   <source>no shared folder takes it; hand it over by mail or file</source>
   <translation>kein gemeinsamer Ordner nimmt es an; übergeben Sie es per Mail oder Datei</translation>
  </message>
  <message>
   <source>questioned rule</source>
   <translation>hinterfragte Regel</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>stuck</source>
   <translation>nicht weitergekommen</translation>
  </message>
  <message>
   <source>suggestion</source>
   <translation>Vorschlag</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>you may ask me</source>
   <translation>Sie dürfen mich fragen</translation>
  </message>
  <message>
   <source>{0} records for your organisation</source>
   <translation>{0} Einträge für Ihre Organisation</translation>
  </message>
 </context>
 <context>
  <name>SettingsController</name>
  <message>
   <source>It works: JITDesk heard {0} by {1}.</source>
   <translation>Es geht: JITDesk hörte {0} über {1}.</translation>
  </message>
  <message>
   <source>Looking at {0}…</source>
   <translation>{0} wird angesehen …</translation>
  </message>
  <message>
   <source>Nothing came in ten seconds. Choose another hotkey, or give “jitdesk toggle” a shortcut in your desktop's own settings.</source>
   <translation>In zehn Sekunden kam nichts. Wählen Sie ein anderes Tastenkürzel, oder geben Sie „jitdesk toggle“ eines in den Einstellungen Ihres Desktops.</translation>
  </message>
  <message>
   <source>Press {0} now.</source>
   <translation>Drücken Sie jetzt {0}.</translation>
  </message>
  <message>
   <source>Set. Try it with “Press it now…”.</source>
   <translation>Gesetzt. Probieren Sie es mit „Jetzt drücken …“.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>A name of your choice, shown before you send; a guide then thanks you by it. Empty: what you send is unsigned.</source>
   <translation>Ein Name Ihrer Wahl, vor dem Senden gezeigt; eine Anleitung dankt Ihnen damit. Leer: Es bleibt ungezeichnet.</translation>
  </message>
  <message>
   <source>Ask now and then how it went</source>
   <translation>Ab und zu fragen, wie es ging</translation>
  </message>
  <message>
   <source>Close the guide</source>
   <translation>Anleitung schließen</translation>
  </message>
  <message>
   <source>Close: I fixed something</source>
   <translation>Schließen: etwas berichtigt</translation>
  </message>
  <message>
   <source>Close: it didn't work</source>
   <translation>Schließen: hat nicht geklappt</translation>
  </message>
  <message>
   <source>Close: it worked</source>
   <translation>Schließen: hat geklappt</translation>
  </message>
  <message>
   <source>Closes the open guide and notes that something had to be put right.</source>
   <translation>Schließt die offene Anleitung und notiert, dass etwas zu berichtigen war.</translation>
  </message>
  <message>
   <source>Closes the open guide and notes that the task worked.</source>
   <translation>Schließt die offene Anleitung und notiert, dass es geklappt hat.</translation>
  </message>
  <message>
   <source>Closes the open guide without a question; a checklist keeps its place.</source>
   <translation>Schließt die offene Anleitung ohne Frage; eine Checkliste behält ihre Stelle.</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>Folders</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Forget everything I used</source>
   <translation>Alles Benutzte vergessen</translation>
  </message>
  <message>
   <source>General</source>
   <translation>Allgemein</translation>
  </message>
  <message>
   <source>German</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Groups that I belong to</source>
   <translation>Gruppen, zu denen ich gehöre</translation>
  </message>
  <message>
   <source>Hotkey</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>How often the folders are looked at; 0 means only when you ask.</source>
   <translation>Wie oft nach den Ordnern gesehen wird; 0 heißt: nur, wenn Sie es wollen.</translation>
  </message>
  <message>
   <source>JITDesk settings</source>
   <translation>JITDesk-Einstellungen</translation>
  </message>
  <message>
   <source>JITDesk waits in the tray from the moment you sign in.</source>
   <translation>JITDesk wartet ab der Anmeldung in der Leiste.</translation>
  </message>
  <message>
   <source>Keep a history of what I applied</source>
   <translation>Einen Verlauf führen, was ich angewendet habe</translation>
  </message>
  <message>
   <source>Kept on this computer only: what worked, when, and with how much of the page. Show, export or delete it under “My data” in the menu.</source>
   <translation>Nur auf diesem Computer: was klappte, wann, und mit wie viel von der Seite. Unter „Meine Daten“ im Menü sehen, exportieren, löschen.</translation>
  </message>
  <message>
   <source>Kept on this computer only; it lifts guides that helped you and fills the recent list.</source>
   <translation>Nur auf diesem Computer; es hebt Anleitungen, die Ihnen halfen, und füllt die Liste der letzten.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Lifts guides made for that program; the window's title stays in memory, never stored.</source>
   <translation>Hebt Anleitungen für dieses Programm; der Fenstertitel bleibt im Arbeitsspeicher, nie gespeichert.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Light, dark, or whatever your desktop uses.</source>
   <translation>Hell, dunkel, oder wie Ihr Desktop.</translation>
  </message>
  <message>
   <source>Like the desktop</source>
   <translation>Wie der Desktop</translation>
  </message>
  <message>
   <source>Look for new guides every</source>
   <translation>Nach neuen Anleitungen sehen alle</translation>
  </message>
  <message>
   <source>Looks</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>Makes the text of every JITDesk window larger or smaller.</source>
   <translation>Macht den Text in allen JITDesk-Fenstern größer oder kleiner.</translation>
  </message>
  <message>
   <source>Moves the open guide one step back.</source>
   <translation>Geht in der offenen Anleitung einen Schritt zurück.</translation>
  </message>
  <message>
   <source>Moves the open guide one step on while you stay in your program.</source>
   <translation>Geht in der offenen Anleitung einen Schritt weiter, während Sie in Ihrem Programm bleiben.</translation>
  </message>
  <message>
   <source>Names with commas between them, such as finance, branch 12; trial versions of guides for them come to you, labelled. It stays on this computer.</source>
   <translation>Namen mit Kommas dazwischen, wie Finanzen, Filiale 12; Probeversionen für sie kommen zu Ihnen, gekennzeichnet. Das bleibt auf diesem Computer.</translation>
  </message>
  <message>
   <source>Names with commas between them, such as teams, vlc; there the hotkey does nothing.</source>
   <translation>Namen mit Kommas dazwischen, wie teams, vlc; dort tut das Tastenkürzel nichts.</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>Nächster Schritt</translation>
  </message>
  <message>
   <source>Notes that the task did not work, and asks what happened.</source>
   <translation>Notiert, dass es nicht klappte, und fragt, was geschah.</translation>
  </message>
  <message>
   <source>Offer to search for what you marked</source>
   <translation>Anbieten, nach Markiertem zu suchen</translation>
  </message>
  <message>
   <source>One line in the search that you opened anyway, at most once a day; it needs the history.</source>
   <translation>Eine Zeile in der Suche, die Sie ohnehin geöffnet haben, höchstens einmal am Tag; sie braucht den Verlauf.</translation>
  </message>
  <message>
   <source>Open on</source>
   <translation>Öffnen auf</translation>
  </message>
  <message>
   <source>Open the search</source>
   <translation>Suche öffnen</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Press it now…</source>
   <translation>Jetzt drücken …</translation>
  </message>
  <message>
   <source>Press this in any program and the search opens over it.</source>
   <translation>Drücken Sie das in irgendeinem Programm, und die Suche öffnet sich darüber.</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Privatsphäre</translation>
  </message>
  <message>
   <source>Programs where the hotkey is silent</source>
   <translation>Programme, in denen das Tastenkürzel schweigt</translation>
  </message>
  <message>
   <source>Reads the marked text when you open the search; it is not stored, and nothing is searched for before you say so.</source>
   <translation>Liest den markierten Text, wenn Sie die Suche öffnen; er wird nicht gespeichert, und gesucht wird erst, wenn Sie es sagen.</translation>
  </message>
  <message>
   <source>Remember which guides I used</source>
   <translation>Merken, welche Anleitungen ich benutzt habe</translation>
  </message>
  <message>
   <source>Set by your organisation.</source>
   <translation>Von Ihrer Organisation festgelegt.</translation>
  </message>
  <message>
   <source>Sign what I send to authors with</source>
   <translation>Was ich an Autoren sende, zeichnen mit</translation>
  </message>
  <message>
   <source>Start when I sign in</source>
   <translation>Beim Anmelden starten</translation>
  </message>
  <message>
   <source>Step back</source>
   <translation>Schritt zurück</translation>
  </message>
  <message>
   <source>Tests whether the hotkey really works</source>
   <translation>Prüft, ob das Tastenkürzel wirklich geht</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Textgröße</translation>
  </message>
  <message>
   <source>The language of JITDesk itself, from the next start on; guides keep their own.</source>
   <translation>Die Sprache von JITDesk selbst, ab dem nächsten Start; Anleitungen behalten ihre eigene.</translation>
  </message>
  <message>
   <source>The screen of the active window</source>
   <translation>Der Bildschirm des aktiven Fensters</translation>
  </message>
  <message>
   <source>The screen of the mouse pointer</source>
   <translation>Der Bildschirm des Mauszeigers</translation>
  </message>
  <message>
   <source>The screen on which the search opens.</source>
   <translation>Der Bildschirm, auf dem sich die Suche öffnet.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Tick the step</source>
   <translation>Schritt abhaken</translation>
  </message>
  <message>
   <source>Ticks the current item of a checklist and moves on.</source>
   <translation>Hakt den aktuellen Punkt einer Checkliste ab und geht weiter.</translation>
  </message>
  <message>
   <source>Use the name of the program in front</source>
   <translation>Den Namen des Programms davor nutzen</translation>
  </message>
  <message>
   <source>Use {0} instead</source>
   <translation>Stattdessen {0}</translation>
  </message>
  <message>
   <source>minutes</source>
   <translation>Minuten</translation>
  </message>
 </context>
 <context>
  <name>SharingWindow</name>
  <message>
   <source>Nothing is ever sent.</source>
   <translation>Es wird nie etwas gesendet.</translation>
  </message>
  <message>
   <source>Nothing is sent unless you agree, and nothing of what was before. Records would look like these, word for word: no name, no computer, no words that you typed.</source>
   <translation>Ohne Ihr Ja wird nichts gesendet, und nichts von dem, was vorher war. Einträge sähen so aus, Wort für Wort: kein Name, kein Computer, keine Wörter, die Sie getippt haben.</translation>
  </message>
  <message>
   <source>Share from now on</source>
   <translation>Ab jetzt teilen</translation>
  </message>
  <message>
   <source>Sharing</source>
   <translation>Teilen</translation>
  </message>
  <message>
   <source>Stop sharing</source>
   <translation>Nicht mehr teilen</translation>
  </message>
  <message>
   <source>The records, word for word</source>
   <translation>Die Einträge, Wort für Wort</translation>
  </message>
  <message>
   <source>There is nothing to show yet.</source>
   <translation>Noch gibt es nichts zu zeigen.</translation>
  </message>
  <message>
   <source>These records are sent next ({0} wait):</source>
   <translation>Diese Einträge werden als Nächstes gesendet ({0} warten):</translation>
  </message>
  <message>
   <source>Your history is shared with {0}.</source>
   <translation>Ihr Verlauf wird mit {0} geteilt.</translation>
  </message>
  <message>
   <source>Your organisation asks for your history, at {0}.</source>
   <translation>Ihre Organisation bittet um Ihren Verlauf, an {0}.</translation>
  </message>
  <message>
   <source>Your organisation has set up no learning record store.</source>
   <translation>Ihre Organisation hat keinen Learning Record Store eingerichtet.</translation>
  </message>
 </context>
 <context>
  <name>StaleGate</name>
  <message>
   <source>Enter open it all the same   Esc leave</source>
   <translation>Eingabe trotzdem öffnen   Esc verlassen</translation>
  </message>
  <message>
   <source>If you can, ask {0} first.</source>
   <translation>Wenn Sie können, fragen Sie zuerst {0}.</translation>
  </message>
  <message>
   <source>Nobody has reviewed this page since {0}, and a mistake here is costly.</source>
   <translation>Seit {0} hat niemand diese Seite geprüft, und ein Fehler ist hier teuer.</translation>
  </message>
  <message>
   <source>Not reviewed for long</source>
   <translation>Lange nicht geprüft</translation>
  </message>
  <message>
   <source>Press the tick key, or Enter here, to open it all the same.</source>
   <translation>Die Abhaken-Taste, oder hier die Eingabetaste, öffnet sie trotzdem.</translation>
  </message>
 </context>
 <context>
  <name>StepKeys</name>
  <message>
   <source>back</source>
   <translation>zurück</translation>
  </message>
  <message>
   <source>close</source>
   <translation>zu</translation>
  </message>
  <message>
   <source>next</source>
   <translation>weiter</translation>
  </message>
  <message>
   <source>tick</source>
   <translation>abhaken</translation>
  </message>
  <message>
   <source>worked</source>
   <translation>geklappt</translation>
  </message>
 </context>
 <context>
  <name>StopRow</name>
  <message>
   <source>current step</source>
   <translation>aktueller Schritt</translation>
  </message>
 </context>
 <context>
  <name>Surroundings</name>
  <message>
   <source>Choose one in the settings, or open the search from the tray.</source>
   <translation>Wählen Sie eines in den Einstellungen, oder öffnen Sie die Suche aus der Leiste.</translation>
  </message>
  <message>
   <source>There is no hotkey.</source>
   <translation>Es gibt kein Tastenkürzel.</translation>
  </message>
 </context>
 <context>
  <name>Sync</name>
  <message>
   <source>The sync was stopped.</source>
   <translation>Der Abgleich wurde angehalten.</translation>
  </message>
 </context>
 <context>
  <name>SyncController</name>
  <message>
   <source>Looking for guides…</source>
   <translation>Nach Anleitungen wird gesehen …</translation>
  </message>
  <message>
   <source>Up to date, {0}</source>
   <translation>Aktuell, {0}</translation>
  </message>
 </context>
 <context>
  <name>TablePlayer</name>
  <message>
   <source>1-9 answer   Backspace back   T whole table   R copy   A again</source>
   <translation>1-9 Antwort   Rücktaste zurück   T ganze Tabelle   R kopieren   A noch einmal</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Ask the owner of this page; go back with Backspace.</source>
   <translation>Fragen Sie, wer für diese Seite zuständig ist; zurück mit der Rücktaste.</translation>
  </message>
  <message>
   <source>Do this</source>
   <translation>Tun Sie das</translation>
  </message>
  <message>
   <source>Go on with the next guide.</source>
   <translation>Weiter mit der nächsten Anleitung.</translation>
  </message>
  <message>
   <source>Question {0} of at most {1}</source>
   <translation>Frage {0} von höchstens {1}</translation>
  </message>
  <message>
   <source>The table has no row for this case.</source>
   <translation>Die Tabelle hat keine Zeile für diesen Fall.</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
 </context>
 <context>
  <name>TellingController</name>
  <message>
   <source> and “{0}”</source>
   <translation> und „{0}“</translation>
  </message>
  <message>
   <source>, signed {0}</source>
   <translation>, gezeichnet {0}</translation>
  </message>
  <message>
   <source>1 of 3. Enter goes on.</source>
   <translation>1 von 3. Die Eingabetaste geht weiter.</translation>
  </message>
  <message>
   <source>1 open question about a rule here</source>
   <translation>1 offene Frage zu einer Regel hier</translation>
  </message>
  <message>
   <source>2 of 3. Enter goes on.</source>
   <translation>2 von 3. Die Eingabetaste geht weiter.</translation>
  </message>
  <message>
   <source>3 of 3. “{0}”: “{1}”</source>
   <translation>3 von 3. „{0}“: „{1}“</translation>
  </message>
  <message>
   <source>Ctrl+Enter: put it right yourself.</source>
   <translation>Strg+Eingabe: selbst berichtigen.</translation>
  </message>
  <message>
   <source>Enter sends this line to {0}, with the guide, its version{1}.</source>
   <translation>Die Eingabetaste sendet diese Zeile an {0}, mit der Anleitung, ihrer Version{1}.</translation>
  </message>
  <message>
   <source>It says how it went: {0}.</source>
   <translation>Es sagt, wie es ging: {0}.</translation>
  </message>
  <message>
   <source>Say once how it went, when you close it; then offer it.</source>
   <translation>Sagen Sie beim Schließen einmal, wie es ging; dann bieten Sie es an.</translation>
  </message>
  <message>
   <source>Sign what you send first (settings), to be asked.</source>
   <translation>Zeichnen Sie zuerst, was Sie senden (Einstellungen), damit man fragen kann.</translation>
  </message>
  <message>
   <source>The folder shows that it is from you.</source>
   <translation>Der Ordner zeigt, dass es von Ihnen ist.</translation>
  </message>
  <message>
   <source>What changed because you did it like this? An author may ask you.</source>
   <translation>Was wurde anders, weil Sie es so taten? Ein Autor darf Sie fragen.</translation>
  </message>
  <message>
   <source>What did you see that speaks against it? A day and a case.</source>
   <translation>Was haben Sie gesehen, das dagegen spricht? Ein Tag und ein Fall.</translation>
  </message>
  <message>
   <source>What happens if the rule stays as it is?</source>
   <translation>Was geschieht, wenn die Regel bleibt, wie sie ist?</translation>
  </message>
  <message>
   <source>What would be better here?</source>
   <translation>Was wäre hier besser?</translation>
  </message>
  <message>
   <source>Where are you stuck?</source>
   <translation>Wo kommen Sie nicht weiter?</translation>
  </message>
  <message>
   <source>Which rule or assumption do you question?</source>
   <translation>Welche Regel oder Annahme hinterfragen Sie?</translation>
  </message>
  <message>
   <source>it happened:</source>
   <translation>es ist eingetreten:</translation>
  </message>
  <message>
   <source>several people doubt a rule here; it is being decided</source>
   <translation>mehrere bezweifeln eine Regel hier; darüber wird entschieden</translation>
  </message>
  <message>
   <source>the folder of this pack</source>
   <translation>den Ordner dieses Pakets</translation>
  </message>
  <message>
   <source>trouble</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <source>worked</source>
   <translation>hat geklappt</translation>
  </message>
  <message>
   <source>your outbox (this pack has no folder)</source>
   <translation>Ihren Ausgang (dieses Paket hat keinen Ordner)</translation>
  </message>
  <message>
   <source>{0} open questions about rules here</source>
   <translation>{0} offene Fragen zu Regeln hier</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>Browse by pack</source>
   <translation>Nach Paket blättern</translation>
  </message>
  <message>
   <source>Browse by situation</source>
   <translation>Nach Situation blättern</translation>
  </message>
  <message>
   <source>Changed this month</source>
   <translation>Diesen Monat geändert</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Inbox…</source>
   <translation>Eingang …</translation>
  </message>
  <message>
   <source>JITDesk: press {0}</source>
   <translation>JITDesk: {0} drücken</translation>
  </message>
  <message>
   <source>My data…</source>
   <translation>Meine Daten …</translation>
  </message>
  <message>
   <source>Quit JITDesk</source>
   <translation>JITDesk beenden</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Zuletzt benutzt</translation>
  </message>
  <message>
   <source>Record a guide…</source>
   <translation>Anleitung aufnehmen …</translation>
  </message>
  <message>
   <source>Report…</source>
   <translation>Bericht …</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <source>Sharing…</source>
   <translation>Teilen …</translation>
  </message>
  <message>
   <source>Stop looking for guides</source>
   <translation>Nicht weiter nach Anleitungen sehen</translation>
  </message>
  <message>
   <source>Sync now</source>
   <translation>Jetzt abgleichen</translation>
  </message>
  <message>
   <source>What I can do…</source>
   <translation>Was ich kann …</translation>
  </message>
  <message>
   <source>What I sent…</source>
   <translation>Was ich gesendet habe …</translation>
  </message>
  <message>
   <source>Write a guide…</source>
   <translation>Anleitung schreiben …</translation>
  </message>
 </context>
 <context>
  <name>TreePlayer</name>
  <message>
   <source>1-9 answer   ? do not know   Backspace back   R copy   A again</source>
   <translation>1-9 Antwort   ? weiß nicht   Rücktaste zurück   R kopieren   A noch einmal</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Do this</source>
   <translation>Tun Sie das</translation>
  </message>
  <message>
   <source>I do not know</source>
   <translation>Ich weiß es nicht</translation>
  </message>
  <message>
   <source>Nobody has to guess: find it out first, or see where each answer leads.</source>
   <translation>Niemand muss raten: Finden Sie es zuerst heraus, oder sehen Sie, wohin jede Antwort führt.</translation>
  </message>
  <message>
   <source>Question {0}</source>
   <translation>Frage {0}</translation>
  </message>
  <message>
   <source>This page has no first question; tell its owner.</source>
   <translation>Diese Seite hat keine erste Frage; sagen Sie es der zuständigen Rolle.</translation>
  </message>
  <message>
   <source>This way ends here without advice; tell the owner.</source>
   <translation>Dieser Weg endet hier ohne Rat; sagen Sie es der zuständigen Rolle.</translation>
  </message>
  <message>
   <source>You were here before; the answer may be another one now.</source>
   <translation>Sie waren schon hier; die Antwort kann jetzt eine andere sein.</translation>
  </message>
 </context>
 <context>
  <name>Trust</name>
  <message>
   <source>draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>not reviewed</source>
   <translation>nicht geprüft</translation>
  </message>
  <message>
   <source>review overdue, last reviewed {0}</source>
   <translation>Prüfung überfällig, zuletzt {0}</translation>
  </message>
  <message>
   <source>reviewed {0}</source>
   <translation>geprüft {0}</translation>
  </message>
  <message>
   <source>trial version until {0}</source>
   <translation>Probeversion bis {0}</translation>
  </message>
  <message>
   <source>used here once</source>
   <translation>hier einmal benutzt</translation>
  </message>
  <message>
   <source>used here {0} times</source>
   <translation>hier {0}-mal benutzt</translation>
  </message>
  <message>
   <source>worked {0} of {1}</source>
   <translation>klappte {0} von {1}</translation>
  </message>
 </context>
 <context>
  <name>WritingController</name>
  <message>
   <source>It is the first row.</source>
   <translation>Sie ist die erste Zeile.</translation>
  </message>
  <message>
   <source>It ranks {0}; first is: {1}</source>
   <translation>Sie steht auf Platz {0}; vorn steht: {1}</translation>
  </message>
  <message>
   <source>No title yet</source>
   <translation>Noch kein Titel</translation>
  </message>
  <message>
   <source>Not found by these words. Add them to what people type.</source>
   <translation>Mit diesen Wörtern nicht gefunden. Nehmen Sie sie bei „Was Leute tippen“ auf.</translation>
  </message>
  <message>
   <source>Not saved</source>
   <translation>Nicht gespeichert</translation>
  </message>
  <message>
   <source>Not saved yet.</source>
   <translation>Noch nicht gespeichert.</translation>
  </message>
  <message>
   <source>Nothing here mends by itself.</source>
   <translation>Hier lässt sich nichts von selbst beheben.</translation>
  </message>
  <message>
   <source>Open a guide</source>
   <translation>Anleitung öffnen</translation>
  </message>
  <message>
   <source>Save into which pack or folder?</source>
   <translation>In welches Paket oder welchen Ordner speichern?</translation>
  </message>
  <message>
   <source>Saved. It is found in a moment.</source>
   <translation>Gespeichert. Gleich wird sie gefunden.</translation>
  </message>
  <message>
   <source>The file was changed outside as well; saving writes what you see here.</source>
   <translation>Die Datei wurde auch außerhalb geändert; gespeichert wird, was Sie hier sehen.</translation>
  </message>
  <message>
   <source>The page is not saved. Leave it all the same?</source>
   <translation>Die Seite ist nicht gespeichert. Trotzdem verlassen?</translation>
  </message>
  <message>
   <source>what it shows</source>
   <translation>was es zeigt</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>{0} min</translation>
  </message>
 </context>
 <context>
  <name>WritingWindow</name>
  <message>
   <source>As users see it</source>
   <translation>Wie andere sie sehen</translation>
  </message>
  <message>
   <source>Choose the pack to save into (Ctrl+Shift+S)</source>
   <translation>Das Paket zum Speichern wählen (Strg+Umschalt+S)</translation>
  </message>
  <message>
   <source>Ctrl+S</source>
   <translation>Strg+S</translation>
  </message>
  <message>
   <source>Do the task once and get its steps with pictures</source>
   <translation>Die Aufgabe einmal erledigen und die Schritte mit Bildern bekommen</translation>
  </message>
  <message>
   <source>Enter: next step   Tab: If not, You see, Say…</source>
   <translation>Eingabe: nächster Schritt   Tab: If not, You see, Say …</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Folder…</source>
   <translation>Ordner …</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Formular</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen …</translation>
  </message>
  <message>
   <source>Record…</source>
   <translation>Aufnehmen …</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>Try the asker's question</source>
   <translation>Die Frage der Fragenden probieren</translation>
  </message>
  <message>
   <source>Try the asker's question (Ctrl+T), Enter</source>
   <translation>Die Frage der Fragenden probieren (Strg+T), Eingabe</translation>
  </message>
  <message>
   <source>Whole file</source>
   <translation>Ganze Datei</translation>
  </message>
  <message>
   <source>Write a guide</source>
   <translation>Anleitung schreiben</translation>
  </message>
 </context>
</TS>
