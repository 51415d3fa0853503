/**
 * Words that many notes have and none is about, in the languages that most notes are written in. How often a word comes
 * on one board does not tell them apart: two of twenty notes say `nobody`, and two say `invoice`. In lower case, with
 * their diacritics, and split where an apostrophe splits them (`don’t`, `quelqu’un`).
 */
const english = `
  nobody somebody everybody anybody someone everyone anyone none people person team teams folks others other another
  myself yourself himself herself itself ourselves themselves who whom whose you your they them their theirs our ours
  she her his him its nothing something everything anything thing things stuff what whatever which this that these those
  such always never ever often sometimes usually again still already yet soon once twice now then today yesterday
  tomorrow while when whenever until since before after during ago first last more most less least much many few several
  lots lot enough very really quite too only just even almost also both each every all any whole same own some one two
  good well better best bad worse worst great nice here there where everywhere somewhere nowhere over under above below
  between through within without into onto from with about around across against along behind beside towards upon off
  out down the and but for not nor because although though however therefore unless whether either neither than like
  instead otherwise else how why are was were been being have has had having does did done doing will would shall should
  could can cannot might must may need needs needed want wants wanted get gets got getting give gives gave given going
  goes gone went come comes came coming make makes made making take takes took taken keep keeps kept let lets put say
  says said tell tells told know knows knew known think thinks thought seem seems seemed feel feels felt look looks
  looked see sees saw seen try tries tried use uses used using helped helping happen happens happened works worked
  working thank thanks don doesn didn won wouldn shouldn couldn isn aren wasn weren hasn haven hadn`;

const german = `
  niemand jemand jeder jede jedes jeden jedem keiner keine keinen keinem kein alle allen aller alles leute personen
  person mensch menschen man wir uns unser unsere unseren unserem ihr ihre ihren ihnen sie euch sich selbst andere
  anderen anderer anderes nichts etwas irgendwas irgendwer irgendwie sache sachen ding dinge immer nie niemals oft
  manchmal meistens wieder noch schon bereits bald einmal zweimal jetzt dann heute gestern morgen während wann bis seit
  vor nach erst erste ersten letzte letzten mehr meist wenig weniger viel viele vielen einige genug sehr wirklich ganz
  nur auch beide gleich gleiche eigen eigene gut gute guten besser beste schlecht schlechter hier dort wo überall über
  unter zwischen durch ohne mit von vom aus bei beim zum zur für gegen auf der die das den dem des ein eine einen einem
  einer dies diese dieser dieses diesen und oder aber weil obwohl damit dass wenn als wie warum wieso sondern statt
  sonst nicht ist sind war waren wird werden wurde wurden haben hat hatte hatten kann können konnte konnten muss müssen
  musste mussten soll sollen sollte sollten sollten will wollen wollte wollten darf dürfen braucht brauchen machen macht
  gemacht gibt gab geben geht gehen ging kommt kommen kam lässt lassen sagen sagt gesagt weiß wissen wusste wussten
  denken finden findet sehen gesehen danke dank`;

const french = `
  personne personnes quelqu aucun aucune chacun chacune tout toute tous toutes équipe équipes gens nous vous ils elle elles leur
  leurs notre nos votre vos autre autres même mêmes rien quelque quelques chose choses toujours jamais souvent parfois
  encore déjà bientôt fois maintenant aujourd hui hier demain pendant quand jusque depuis avant après premier première
  dernier dernière plus moins beaucoup peu assez très trop vraiment seulement aussi chaque bon bonne bien mieux mal
  mauvais ici partout sur sous entre par pour avec sans dans vers chez contre les des une est sont était étaient été
  être avoir avons avez ont avait avaient fait faire font peut peuvent pouvait doit doivent devait faut fallait veut
  veulent voulait donne donner prend prendre met mettre dit dire sait savoir savait voit voir mais donc parce bien
  que qui quoi dont où comme comment pourquoi pas cela cette ces ceux celle merci`;

const spanish = `
  nadie alguien ninguno ninguna cada todo toda todos todas equipo equipos gente personas persona nosotros ustedes ellos
  ellas nuestro nuestra nuestros nuestras otro otra otros otras mismo misma nada algo algunos algunas cosa cosas siempre
  nunca jamás veces vez aún todavía pronto ahora hoy ayer mañana mientras cuando hasta desde antes después primero
  primera último última más menos mucho mucha muchos muchas poco poca pocos bastante muy demasiado realmente solo sólo
  también bueno buena bien mejor mal malo peor aquí allí donde sobre bajo entre por para con sin contra los las una unos
  unas del son era eran fue fueron ser estar está están estaba estaban ha han había habían haber hay tiene tienen tenía
  tener hace hacen hacer hecho puede pueden podía debe deben debía quiere quieren dar pone poner dice decir sabe saben
  saber sabía pero porque aunque que quien quién qué cómo como pues este esta estos estas ese esa esto eso gracias`;

export const stopWords: ReadonlySet<string> = new Set(
  [english, german, french, spanish].flatMap((language) => language.trim().split(/\s+/u)),
);
