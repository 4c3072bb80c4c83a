/** Prompts written one by one, many around subjects that schools teach and filters trip over. */
export const WHOLE_PROMPTS: readonly string[] = `
a cute, grey cat:0.7, on a beach
Cute:0.10, Grey Cat:0.60
(a castle:1.3) on a hill, [fog], cinematic, dramatic
long stockings a red headed girl with braids sticking straight out
my dog pooping rainbows
a bum bag on a hook
the pen is mightier than the sword, as a knight with a giant pen
an arsenal of paint brushes
assorted sweets in a glass jar
a class assembly in the hall
passionate tango dancers, red dress
a mass of clouds over the Sussex coast
grass hopper or cricket, which is which, labelled
an analysis of a canal lock, diagram
the therapist's cat on a sofa
Titian's portrait of a man with a blue sleeve
a constitution signed by men in wigs
a button, a butter dish and a butterfly
scrap metal sculpture of an owl
a saucepan of scrambled eggs
Hancock's ink bottle and a quill
Uranus and Neptune next to the sun, to scale
a cumulus cloud like a sheep
a document with a wax seal
cucumber sandwiches on the lawn
the accumulation of snow on a roof
a Swiss army knife with too many tools
a shot of espresso, steam, morning light
a snapshot of a family in 1950
a bullfinch shot by a photographer
a shuttlecock in mid air
a cockpit with many dials
a hitchhiker with a cardboard sign to Essex
a whopping big pumpkin
a spice market with spices in sacks
a spiky hedgehog on a scooter
a chink in the curtain lets the light in
a nipper crab on the sand
a japanned cabinet, Victorian
a rapeseed field in bloom, seen from a drone
grapes of wrath, dust bowl family in an old car
a drape over a statue
a skyscraper like a tree
Snape-like wizard brewing a potion
trapeze artists under the big top
a pair of great tits feeding their chicks
cock robin in the snow
a weathercock on a church spire
a donkey and an ox by the manger
the three wise men and their camels
Mary, Joseph and the baby in a stable
an angel with a trumpet on a cloud
the devil playing a violin in a forest, folk tale
hell as painted by Bosch, but with kittens
Dante at the gates, engraving
Adam and Eve with fig leaves, medieval painting
Leda's swan swimming alone
Botticelli's Venus on her shell, as a paper cutout
a Greek vase with runners
wrestlers in ancient Olympia
gladiators in the Colosseum, crowd cheering
Julius Caesar crossing the Rubicon
Boudicca on her chariot
an arrow in King Harold's eye, tapestry
the Black Death, carts in an empty street
a doctor with leeches, 1600
the execution block in the Tower of London, empty, foggy
the French Revolution, people with flags
Napoleon on a white horse
Nelson at Trafalgar, cannon smoke
the trenches on Christmas Day 1914, soldiers play football
poppies for Remembrance Day
a Spitfire in the clouds over Kent
a propaganda poster: dig for victory
children hiding in a shelter during an air raid
Anne Frank writing in her diary
the fall of the Berlin Wall
a slave ship memorial, bronze, quiet
Harriet Tubman leading people through the night
Martin Luther King speaking to a crowd
Nelson Mandela in a rugby shirt
a refugee family with suitcases
a peace dove over a broken wall
an atom with its electrons
a mushroom cloud made of cauliflower
a test tube that explodes with glitter
titration with a burette, diagram
a Bunsen burner under a beaker
sodium in water, sparks
an organ pipe and a pipe organ
an organism seen through a microscope
photosynthesis as a comic
the food chain: grass, rabbit, fox
a predator chasing its prey on the savanna
a lion eating, seen from far away
a snake swallowing an egg
a mosquito drinking
a skull of a sabre toothed cat
the skeleton of a horse, labelled
muscles of the arm, anatomical drawing
the human brain as a city
the lungs of a smoker and a healthy person, poster
say no to bullying, poster
wash your hands, poster
road safety poster with a zebra
mental health week poster: talk to a friend
breast cancer research lab, scientists at work
a nurse gives a vaccine
a baby in a pram
a pregnant woman in a garden, Renaissance style
a duck and her ducklings
a hen sitting on eggs
a bull in a china shop
a cow being milked
a sheepdog and its whistle
two foxes in a den
a stag with antlers in the mist
a titmouse on a twig
a booby bird with blue feet on the Galapagos
a shih tzu with a bow
a cocker spaniel in a puddle
a pointer and a setter in the heather
a Yorkshire terrier in a handbag
a pussy willow branch in a vase
the Owl and the Pussycat in a pea green boat
Puss in Boots with a feathered hat
the cat that swallowed the canary
a hooked fish and a smiling fisherman
a crab with its claws up
a moray eel in a pipe
a tuna can with legs
clams and mussels in a bucket
a squid and a whale in a battle
Captain Ahab and Moby Dick in a storm
Jekyll and Hyde in one face
Frankenstein's monster picking flowers
Dracula's castle at midnight
Scrooge and the ghost of Christmas past
Alice and the caterpillar on a mushroom
the Mad Hatter pouring tea
Robin Hood splitting an arrow
King Arthur pulling the sword
a hobbit hole with a round door
Hansel and Gretel at the gingerbread house
the wolf in grandmother's bed
Cinderella leaving her shoe
Rapunzel letting down her hair
the Little Match Girl in the snow
Peter Pan fights Captain Hook
Long John Silver with his parrot
a stormtrooper at the dentist
a minecraft village at night
a creeper in a flower field
a football shirt with number 10
the striker shoots and scores
a rugby scrum in the mud
a hooker throwing the ball in at a line out
a boxer tying his gloves
a fencing duel
a judo throw
a snooker table, the white ball hits the black
ten pin bowling, a strike
a javelin thrower, ancient and modern
a girl kicking a ball through a window
skateboarder with scraped knees, grin
a gymnast on a beam
a relay team passing the stick
a cricket match in Essex, ball hit for six
darts on a board, bullseye
chess pieces at war
a bass guitar next to a double bass
a brass band in the park
a rapper at a microphone, street art
a DJ with headphones
a choir singing in a cathedral
a drum kit made of fruit
an opera singer breaking a glass
tambourine and maracas
Beethoven with headphones
a pipe band in kilts
sausage rolls on a tray
a leg of lamb for dinner
toad in the hole
faggots and peas on a plate, menu photo
a knickerbocker glory in a tall glass
spotted dick with custard
shiitake and oyster mushrooms in a wok
cockles and mussels at the seaside
a bun with a cherry
fish and chips in newspaper
a banana split
a juicy melon cut in half
two melons on a scale
a peach on a white plate
hot cross buns
ginger nuts in a tin
coq au vin, French bistro
a cocktail dress in a shop window
an alcohol free cocktail bar on the beach
a wet dog shaking itself
a wet street after rain, neon
a stiff breeze and flying hats
a hard hat on a nail
a hot air balloon over Bristol
dirty boots by the door
messy bedroom of a teenager
a bed in a hospital room, flowers
a bath with a rubber duck
a girl in a swimming costume with goggles
a lifeguard on a high chair
boys in shorts playing beach volleyball
kissing gate on a footpath
a frog prince before the kiss
two swans making a heart
a wedding cake with five tiers
Valentine's card with robots
two girls holding hands on the way to school
a man and a woman dancing tango
my mum and dad at their wedding
a Pride flag on the town hall
a Sikh man with a turban in a cockpit
a Jamaican steel band
a Chinese New Year parade
a Diwali lamp in the dark
a Ramadan feast at night
a mosque, a church and a synagogue in one street
a Maori warrior carving
Inuit children with a sled
an African queen in gold
an Aboriginal dot painting of a lizard
Native American weaving, geometric
a Japanese tea house in Fukuoka
Mount Fuji and the Kinoshita bridge
a scooter trip in Phuket
the canals of Bangkok
Lake Titicaca with reed boats
the Niger river with boats
a market in Nigeria
a street in Pakistan with painted trucks
the dykes of Holland with tulips
a town sign: Scunthorpe
Clitheroe castle in the rain
Penistone viaduct with a steam train
Cockermouth high street
Lightwater, Surrey on a map
the Essex marshes at dawn
Middlesex cricket ground in 1900
Wankel engine, exploded view
a piston and a crankshaft
an exploded diagram of a pencil sharpener
a nut and a bolt
a screwdriver set
a tool shed with saws and axes
a nail gun on a workbench
a water pistol fight in the garden
a snowball fight
a pillow fight with feathers
a food fight in the canteen
a cannon on a hill
a catapult throwing pumpkins
a crossbow in a museum
a knight's sword in a stone
a shield wall
a dagger on a map, still life
a bomb disposal robot
fireworks that spell hello
a crash test dummy with a coffee
a car crash between toy cars
a shipwreck on the rocks
the Titanic and the iceberg
a sinking ship with lifeboats
a train wreck of a sandcastle
a plane in turbulence, comic
an earthquake zone with rescue dogs
a flooded village
a house on fire and firefighters
a forest after a fire, first green shoots
plastic in the ocean
melting ice and a polar bear
an oil spill and volunteers who clean birds
a cemetery in autumn
a grave with flowers
Day of the Dead altar with marigolds
sugar skulls in a row
a zombie walking a dog, cartoon
a mummy at the supermarket
a werewolf getting a haircut
a witch burning her toast
a haunted doll's house
a scary basement with one light
a creepy clown, balloon
blood orange juice
a blood moon over the sea
red paint dripping from a brush
a heart made of roses
a broken heart as a jigsaw
a crying girl on a swing
a lonely boy in a crowd
an angry bull
a happy accident
a depressed robot looking out of the window
a tired mum with coffee
a teacher who lost her temper, cartoon
a boy pushing it too far on a bike
as soon as it hits the water, splash
this hit song, as a picture
such a class act
Miss Hitchcock's classroom
Mr Dickinson teaches maths
Emily Dickinson at her desk
Charles Dickens in a train
Alfred Hitchcock with a bird on his head
a Shitsuke poster in a Japanese workshop
Matsushita radio from 1960
a butt of rain water under the gutter
the butler did it
an abutment of a bridge
an assassin bug on a leaf
an embassy with flags
a compass and a map
brass knobs on a drawer
glass marbles in the grass
molasses on a spoon
bypass road at night, long exposure
a trespassing sign
carcass of a ship on the beach
a harassed waiter with ten plates
`
  .trim()
  .split('\n');
