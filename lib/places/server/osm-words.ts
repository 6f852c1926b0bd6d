/** What OpenStreetMap calls the service points of a life circle. */
import type { ServiceWord } from '../service-types';

type Values = Readonly<Record<string, ServiceWord>>;

const health = (values: string): Values =>
  Object.fromEntries(values.split(' ').map((value) => [value, 'health' as const]));
const shopping = (values: string): Values =>
  Object.fromEntries(values.split(' ').map((value) => [value, 'shopping' as const]));

/** By key, the first of them that has a word for the element; a value not listed is no service of daily life. */
export const osmWords: Readonly<Record<string, Values>> = {
  amenity: {
    hospital: 'hospital',
    clinic: 'clinic',
    doctors: 'clinic',
    pharmacy: 'pharmacy',
    dentist: 'health',
    nursing_home: 'elder-care',
    retirement_home: 'elder-care',
    social_facility: 'community',
    childcare: 'childcare',
    kindergarten: 'kindergarten',
    school: 'education',
    college: 'education',
    university: 'education',
    marketplace: 'market',
    restaurant: 'meals',
    fast_food: 'meals',
    food_court: 'meals',
    canteen: 'meals',
    cafe: 'meals',
    library: 'library',
    arts_centre: 'cultural-centre',
    theatre: 'culture',
    cinema: 'culture',
    community_centre: 'community',
    social_centre: 'community',
    townhall: 'community',
    post_office: 'community',
    bank: 'community',
    police: 'community',
    fire_station: 'community',
    bus_station: 'transport',
    ferry_terminal: 'transport',
    toilets: 'toilet',
  },
  healthcare: {
    hospital: 'hospital',
    clinic: 'clinic',
    centre: 'clinic',
    doctor: 'clinic',
    pharmacy: 'pharmacy',
    ...health(
      'alternative audiologist birthing_centre counselling dentist dialysis hospice laboratory midwife nurse ' +
        'occupational_therapist optometrist physiotherapist podiatrist psychotherapist rehabilitation ' +
        'speech_therapist vaccination_centre',
    ),
  },
  shop: {
    supermarket: 'supermarket',
    convenience: 'convenience',
    mall: 'mall',
    department_store: 'mall',
    medical_supply: 'health',
    ...shopping(
      'bakery beverages books butcher cheese chemist dairy deli doityourself dry_cleaning electronics farm ' +
        'food frozen_food general greengrocer grocery hairdresser hardware houseware kiosk laundry mobile_phone ' +
        'newsagent noodle optician pastry rice seafood shoe_repair stationery tailor tea variety_store water',
    ),
  },
  leisure: {
    park: 'park',
    garden: 'green',
    nature_reserve: 'green',
    playground: 'green',
    stadium: 'stadium',
    sports_centre: 'sports-hall',
    sports_hall: 'sports-hall',
    fitness_centre: 'sport',
    fitness_station: 'sport',
    pitch: 'sport',
    track: 'sport',
    swimming_pool: 'sport',
    swimming_area: 'sport',
    ice_rink: 'sport',
  },
  tourism: { museum: 'museum', gallery: 'gallery' },
  office: { government: 'community', employment_agency: 'jobs', coworking: 'jobs' },
  emergency: { assembly_point: 'shelter' },
  railway: { station: 'station', halt: 'station', tram_stop: 'station' },
  public_transport: { station: 'station' },
  highway: { bus_stop: 'bus-stop' },
  aerialway: { station: 'transport' },
};

/** Keys whose other values are counted as left out; signals and switches were never meant. */
export const countedKeys = ['amenity', 'healthcare', 'shop', 'leisure'] as const;

/** Keys of which a way or an area of a service has at least one. Bus stops are points, and reading all streets takes long. */
export const serviceWayKeys: ReadonlySet<string> = new Set(
  Object.keys(osmWords).filter((key) => key !== 'highway'),
);
