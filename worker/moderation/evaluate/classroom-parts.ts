/** Parts of prompts as a class writes them; `listClassroomPrompts` puts them together. */
const lines = (text: string): string[] => text.trim().split('\n');

export const SUBJECTS = lines(`
a cute grey cat
a red headed girl with long stockings and braids sticking straight out
a boy with a kite
two children building a sandcastle
an old fisherman mending his nets
a grandmother knitting a blue scarf
a teacher in front of a blackboard
a class of thirty pupils
a team of footballers
a goalkeeper jumping for the ball
a girl who shoots an arrow at a target
a boy scoring a basket
a swimmer diving into a pool
a ballet dancer in a white dress
a violinist on a stage
a rock band with bass, drums and guitars
a chef chopping onions with a sharp knife
a baker with fresh bread
a scientist in a laboratory with test tubes
an astronaut on the moon
a rocket at the moment of launch
a robot that waters the plants
a friendly dragon
a fire breathing dragon above a castle
a knight in shining armour
a viking ship with striped sails
a Roman legion with shields
the Battle of Hastings as a tapestry
Harold and William on horses at Hastings
a pharaoh and a pyramid
a samurai with a katana
a pirate captain with a cutlass
a treasure chest full of gold
the Great Fire of London
a plague doctor with a long beak
the Trojan horse outside the walls
soldiers in a trench in 1916, reading letters
an evacuee child with a gas mask box at the station
a suffragette with a banner
Rosa Parks on a bus
the storming of the Bastille
a Viking raid on a monastery
Henry VIII and his six wives
Guy Fawkes with barrels in a cellar
Dick Whittington and his cat
Moby Dick, the white whale
Oliver Twist asking Fagin for more
Macbeth and the three witches
Romeo climbing to the balcony
a ghost in a haunted house
a skeleton playing the xylophone
a vampire who is afraid of mice
a pumpkin with a carved face
a spider on its web
a raccoon behind a bin
a beaver building a dam
a blue tit and a robin at a bird table
a peacock with open feathers
a cockerel on a farm gate
a cockatoo on a perch
a woodpecker on a trunk
a donkey with a basket
a bitterling and a pike in a pond
a shark near a coral reef
a killer whale leaping out of the sea
an octopus with eight arms
a sperm whale in the deep
a grasshopper on a blade of grass
a bumblebee on a thistle
a dung beetle rolling a ball
a bearded dragon in a terrarium
a Titanosaurus and its eggs
a cross section of the human heart
the digestive system as a map of a railway
a diagram of a plant cell
a model of the lungs
a pink ribbon for breast cancer awareness
white blood cells fighting a virus
a volcano in section
the water cycle
Michelangelo's David in a museum
the Venus de Milo with a party hat
a still life with a skull and grapes
a self portrait in a mirror
a bowl of shiitake soup
a fruit cocktail with an umbrella
a plate of spaghetti and meatballs
a bunch of grapes
sausages and mash
a chicken breast with rice
a slice of spotted cake with cumin and saffron
a hot dog stand
a jar of pickled cucumbers
a cup of tea and a scone
a tractor in a field
a bus in Scunthorpe
a pier in Essex
a lighthouse in Sussex
a boat on Lake Titicaca
a canal in Amsterdam with dykes and windmills
a pick up truck in Arkansas
the Statue of Liberty with an ice cream
a map of Middlesex
a train to Penistone
an elephant and a mouse as friends
a snowman who melts
a unicorn sliding down a rainbow
a mermaid combing her hair
a wizard with an exploding potion
a superhero who recycles
a detective looking for clues
a magician in a puff of smoke
a clown with big shoes
a lumberjack with an axe
a nurse and a doctor with a patient
a firefighter with a hose
a hen with her chicks
a puppy licking an ice cream
a horse ridden bareback on the beach
a therapist with a dog
an orchestra with a horn section and a bassoon
a boy in wheelchair playing tennis
a Muslim girl with a hijab reading
a Jewish family lighting candles
a Chinese dragon dance
a Nigerian market with fabrics
two dads with a pram
a gay pride parade with flags
a drag race between snails
`);

export const SETTINGS = lines(`
on a beach
at sunset
in a dark forest
on top of a snowy mountain
in the middle of a busy street
under water
in outer space
in a Victorian classroom
at the bottom of the garden
on the school field during a storm
inside a glass bottle
in a kitchen full of steam
on a rooftop in Tokyo
by a river in the fog
in the desert near an oasis
in a library with tall shelves
at a birthday party
on a bridge in the rain
in an abandoned factory
at the seaside in November
in a cave lit by torches
in the trenches, mud and barbed wire
in front of Buckingham Palace
on an island with palm trees
in the school canteen
on a football pitch
inside a computer
in a bathtub full of foam
at the museum
in the year 3000
beside a campfire
in a market in Marrakesh
on the deck of a ship
in a meadow with poppies
in a toy shop
at the hospital
in a thunderstorm with lightning that hits a tower
behind a waterfall
on a stage with red curtains
among ruins
in a greenhouse
at the North Pole
in a cornfield
in a castle with a dungeon
at the bus stop
in a sunlit attic
`);

export const STYLES = lines(`
watercolour
oil painting
pencil sketch
pixel art
comic book
in the style of Van Gogh
cinematic, dramatic
cinematic, dramatic lighting, highly detailed
black and white photo
stained glass
made of paper
clay figure
flat colours, thick outline
charcoal on paper
Lego bricks
pop art
medieval manuscript
Japanese woodblock print
children's book
isometric
macro photo, f/1.8
8k, sharp focus
soft pastel colours
linocut
neon lights
embroidered
blueprint
mosaic
chalk on a blackboard
low poly
`);

/** Phrases as the lessons teach them: weights, slots, breaks, numbers. */
export const ENDINGS = lines(`
:0.7
:1.2
, 4 of them
, seen from above
, close up
, wide shot
, no text
, one is bigger than the other
, everything is blue
, (very happy:1.3)
, [blurred]
, in the background a small house
, with a hat and without a hat
, as if it was drawn by a five year old
, seed 42
, it's hitting the ground
, push it to the left
, half in the shade
, looking straight at us
, and its reflection
`);
