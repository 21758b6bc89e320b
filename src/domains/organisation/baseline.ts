import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import {
  InternalOrganization,
  InternalOrganizationType,
  OrganizationRegion,
  OwnerLevel,
  PartyStatus,
} from '../party/index.js';
import { Region, RegionKind } from '../region/index.js';
import { PositionRole } from './position-role.js';
import { Position } from './position.js';
import { Role } from './role.js';
import { standardPositions, standardRoles } from './standard-positions.js';

interface Unit {
  code: string;
  name: string;
  type: InternalOrganizationType;
  ownerLevel: OwnerLevel;
  parent: InternalOrganization | null;
  region: Region;
}

/**
 * Adds what is missing of the standard organisation: the headquarters with its hotline, a company for every province, a business
 * hall for every local network, and the standard roles and positions. Changes nothing that is there.
 */
export async function ensureOrganisation(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('organisation.ensure'))`);
    await ensureUnits(tx);
    await ensurePositions(tx);
  });
}

async function ensureUnits(tx: Transaction): Promise<void> {
  const units = new Map((await tx.em.find(InternalOrganization, {})).map((unit) => [unit.code, unit]));
  const ensure = (unit: Unit): InternalOrganization => {
    const known = units.get(unit.code) ?? addUnit(tx, unit);
    units.set(unit.code, known);
    return known;
  };
  const { HEADQUARTERS, PROVINCE, LOCAL_NETWORK } = OwnerLevel;
  const { MANAGEMENT, HALL, TEAM } = InternalOrganizationType;
  const { COUNTRY } = RegionKind;
  const regions = await tx.em.find(
    Region,
    { kind: { $in: [COUNTRY, RegionKind.PROVINCE, RegionKind.LOCAL_NETWORK] } },
    { orderBy: { path: 'asc' } },
  );
  const country = regions.find(({ kind, code }) => kind === COUNTRY && code === '86');
  if (!country) throw new Error('The baseline of regions must come before that of organisations.');
  const headquarters = ensure({
    code: 'HQ',
    name: '总部',
    type: MANAGEMENT,
    ownerLevel: HEADQUARTERS,
    parent: null,
    region: country,
  });
  ensure({
    code: 'HQ-10000',
    name: '10000号客服中心',
    type: TEAM,
    ownerLevel: HEADQUARTERS,
    parent: headquarters,
    region: country,
  });
  for (const region of regions.filter(({ path }) => path.startsWith(country.path))) {
    if (region.kind === RegionKind.PROVINCE) {
      ensure({
        code: `P${region.code}`,
        name: `${region.name}公司`,
        type: MANAGEMENT,
        ownerLevel: PROVINCE,
        parent: headquarters,
        region,
      });
    }
    if (region.kind === RegionKind.LOCAL_NETWORK) {
      const parent = units.get(`P${region.parent?.code}`) ?? headquarters;
      ensure({
        code: `H${region.code}`,
        name: `${region.name}中心营业厅`,
        type: HALL,
        ownerLevel: LOCAL_NETWORK,
        parent,
        region,
      });
    }
  }
}

function addUnit(tx: Transaction, unit: Unit): InternalOrganization {
  const path = `${unit.parent?.path ?? '/'}${unit.code}/`;
  const organization = tx.add(Object.assign(new InternalOrganization(), { ...unit, path, status: PartyStatus.ACTIVE }));
  tx.add(Object.assign(new OrganizationRegion(), { organization, region: unit.region }));
  return organization;
}

async function ensurePositions(tx: Transaction): Promise<void> {
  const roles = new Map((await tx.em.find(Role, {})).map((role) => [role.code, role]));
  for (const definition of standardRoles) {
    if (!roles.has(definition.code))
      roles.set(definition.code, tx.add(Object.assign(new Role(), { ...definition, organization: null })));
  }
  const positions = new Set((await tx.em.find(Position, {})).map((position) => position.code));
  for (const { code, name, level, roles: roleCodes } of standardPositions.filter(
    (definition) => !positions.has(definition.code),
  )) {
    const defaultRole = roles.get(roleCodes[0]!)!;
    const position = tx.add(Object.assign(new Position(), { code, name, level, defaultRole, organization: null }));
    for (const roleCode of roleCodes)
      tx.add(Object.assign(new PositionRole(), { position, role: roles.get(roleCode)! }));
  }
}
