import type { App } from '../../src/contract/apps.ts'
import { scopes } from '../../src/contract/scopes.ts'
import { may, type Relation } from '../domain/permissions.ts'
import type { Apps, BoundApp } from '../ports/apps.ts'

/** The apps that a person may see, each as that person stands to it. */
export async function listApps({ apps }: { apps: Apps }, personId: string, now: number): Promise<{ apps: App[] }> {
  const visible = await apps.visibleTo(personId, now)
  return {
    apps: visible
      .filter(({ relation }) => may(true, 'app.see', relation, now) === 'yes')
      .map(({ app, relation }) => appOf(app, relation)),
  }
}

/** An app as one person may see it: an admin has every scope. */
export function appOf(app: BoundApp, relation: Relation): App {
  const viewer = relation.role === 'viewer' ? relation : null
  return {
    appid: app.appid,
    name: app.name,
    avatarUrl: app.avatarUrl,
    kind: app.kind,
    role: relation.role,
    scopes: viewer ? viewer.scopes : [...scopes],
    grantExpiresAt: viewer?.expiresAt ? new Date(viewer.expiresAt).toISOString() : null,
    status: app.tokenState,
  }
}
